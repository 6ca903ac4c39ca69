/**
 * Puts module, script and style into one page, and their hashes into its policy.
 *
 *     node assemble.mjs MODULE.wasm PAGE.html     with esbuild in target/web/node_modules
 */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** The most that the page may have, in bytes. */
const MOST = 400_000;

const [, , modulePath, pagePath] = process.argv;
const web = dirname(fileURLToPath(import.meta.url));
const { build, transform } = createRequire(resolve(dirname(pagePath), 'package.json'))('esbuild');
const read = (path) => readFileSync(path, 'utf8');

const bundled = await build({
  entryPoints: [join(web, 'page/main.js')],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  loader: { '.txt': 'text', '.xml': 'text', '.json': 'text' },
  legalComments: 'none',
  // Names and structure stay: whoever looks can read what the page does.
  minifyWhitespace: true,
  logLevel: 'warning',
});
const wasm = readFileSync(modulePath);
const parts = {
  version: read(join(web, '../../../Cargo.toml')).match(/^version = "(.*)"$/m)[1],
  style: (await transform(read(join(web, 'page/style.css')), { loader: 'css', minify: true, target: 'chrome110' })).code.trim(),
  script: bundled.outputFiles[0].text.trim().replaceAll('</script', '<\\/script'),
  module: gzipSync(wasm, { level: 9 }).toString('base64'),
};
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
parts.policy = [
  "default-src 'none'",
  "connect-src 'none'",
  `script-src ${hash(parts.script)} 'wasm-unsafe-eval'`,
  `style-src ${hash(parts.style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
const page = read(join(web, 'page/index.html')).replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
writeFileSync(pagePath, page);

const size = Buffer.byteLength(page);
const kib = (bytes) => `${(bytes / 1000).toFixed(0)} KB`;
console.log(`${pagePath}: ${kib(size)}, ${kib(gzipSync(page).length)} with gzip`);
console.log(`  module ${kib(wasm.length)} (${kib(parts.module.length)} packed), script ${kib(parts.script.length)}, style ${kib(parts.style.length)}`);
if (size > MOST) {
  console.error(`too large: at most ${kib(MOST)}`);
  process.exit(1);
}
