// For Node before version 19, which has no global `crypto`.

import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto;

export * from './index.js';
