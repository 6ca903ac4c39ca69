/**
 * Chromium with the page, as somebody opens it from a disk; and what the tests do with it.
 */

import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('../../../..', import.meta.url));
const { chromium } = createRequire(resolve(root, 'target/web/package.json'))('playwright-core');
export const page = pathToFileURL(resolve(root, 'target/web/wxp-tool.html')).href;
export const KEY = '192006250b4c09247ec02edce69f6a2d';

export function launch() {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** The page, once it is written in its language. */
export async function open(browser, { url = page, ...options } = {}) {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const tab = await context.newPage();
  tab.requests = [];
  tab.errors = [];
  context.on('request', (request) => tab.requests.push(request.url()));
  tab.on('pageerror', (error) => tab.errors.push(String(error)));
  tab.on('console', (message) => message.type() === 'error' && tab.errors.push(message.text()));
  await tab.goto(url);
  await tab.waitForSelector('#small h2', { state: 'attached' });
  return tab;
}

/** Types the key, and says how and of what the message is. */
export async function set(tab, { key = KEY, type = '', source = '', action = 'auto' } = {}) {
  await tab.fill('#key', key);
  await tab.check(`input[name=algorithm][value="${type}"]`);
  await tab.fill('#source', source);
  await tab.check(`input[name=action][value=${action}]`);
}

/** Waits until what was asked last is answered. */
export async function settled(tab) {
  await tab.waitForSelector('#results[aria-busy=false]', { state: 'attached' });
}

/** Pastes a message, and waits for what the page says. */
export async function paste(tab, text) {
  await tab.fill('#input', text);
  await settled(tab);
}
