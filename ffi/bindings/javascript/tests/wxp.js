// The package as `build` left it.
export * from '../../../../target/javascript/package/dist/node.js';
