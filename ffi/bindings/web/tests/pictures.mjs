/**
 * The pictures of the README: `node ffi/bindings/web/tests/pictures.mjs`, and look at them.
 */

import { resolve } from 'node:path';
import { launch, open, root, settled } from './browser.mjs';

const browser = await launch();
const desktop = { width: 1200, height: 860 };
for (const [name, example, options] of [
  ['mistake-zh', 0, { locale: 'zh-CN', viewport: { width: 1200, height: 1180 } }],
  ['judged-en', 2, { viewport: desktop }],
  ['request-dark', 1, { viewport: desktop, colorScheme: 'dark' }],
  ['phone-zh', 4, { locale: 'zh-CN', viewport: { width: 390, height: 860 } }],
]) {
  const tab = await open(browser, options);
  await tab.locator('.examples .chip').nth(example).click();
  await settled(tab);
  await tab.evaluate(() => document.activeElement.blur());
  await tab.evaluate((phone) => (phone ? document.querySelector('.right').scrollIntoView() : scrollTo(0, 0)), name.startsWith('phone'));
  await tab.screenshot({ path: resolve(root, `ffi/bindings/web/pictures/${name}.png`) });
  await tab.context().close();
}
await browser.close();
