/**
 * The page in Chromium, as its users have it. Ends with "N passed, N failed".
 */

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { KEY, launch, open, page, paste, set, settled } from './browser.mjs';
import { cases, faults } from './field_cases.mjs';
import { heapHolds } from './heap.mjs';

const ORDER = 'appid=wxd930ea5d5a258f4f\nmch_id=10000100\ndevice_info=1000\nbody=test\nnonce_str=ibuaiVcKdpRxkhJA\n';
const html = readFileSync(fileURLToPath(page), 'utf8');
const browser = await launch();
let passed = 0;
let failed = 0;

async function test(name, run) {
  try {
    await run();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}\n${error.stack ?? error}`);
  }
}

/** With a page of its own, on which nothing may go wrong, and which may load nothing but itself. */
async function onPage(name, run, options = {}) {
  await test(name, async () => {
    const tab = await open(browser, options);
    try {
      await run(tab);
      assert.deepEqual(tab.errors, []);
      assert.deepEqual(tab.requests, [page]);
    } finally {
      await tab.context().close();
    }
  });
}

await test('one file of at most 400 KB that names no other', () => {
  assert.ok(statSync(fileURLToPath(page)).size <= 400_000);
  assert.match(html, /content="default-src 'none'; connect-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/);
  assert.doesNotMatch(html.replace(/<script>[^]*/, ''), /(src|href)="(?!#)/);
});

const shared = await open(browser);
for (const row of cases()) {
  await test(row.name, async () => assert.deepEqual(await faults(shared, row), []));
}
await test('the field cases made no request and no error', () => {
  assert.deepEqual([shared.requests, shared.errors], [[page], []]);
});
await shared.context().close();

await onPage('signs', async (tab) => {
  await set(tab, {});
  await paste(tab, ORDER);
  const card = await tab.locator('.card.good').innerText();
  assert.match(card, /MD5: 9A0A8659F005D6984697E2CA0A9CF3B7/);
  assert.match(card, /<sign>9A0A8659F005D6984697E2CA0A9CF3B7<\/sign><\/xml>/);
  await tab.check('input[name=algorithm][value=HMAC-SHA256]');
  await settled(tab);
  assert.match(await tab.locator('.card.good').innerText(), /HMAC-SHA256: 6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6/);
});

await onPage('shows the string as it is built, without the key', async (tab) => {
  await set(tab, {});
  await paste(tab, `${ORDER}attach=\nsign=00000000000000000000000000000000`);
  const rows = (await tab.locator('.built li').allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim());
  assert.deepEqual(rows, [
    'appid=wxd930ea5d5a258f4f', 'attach= left out: empty values are not signed', '& body=test', '& device_info=1000',
    '& mch_id=10000100', '& nonce_str=ibuaiVcKdpRxkhJA',
    'sign=00000000… left out: the signature itself is not signed', '& key=***',
  ]);
});

await onPage('marks the characters at fault', async (tab) => {
  await set(tab, {});
  await paste(tab, 'body=tea \nsign=E14C8B2F4FEA52753D6BE1E772A83DEE\n');
  assert.deepEqual(await tab.locator('.faulty mark').allInnerTexts(), ['␣']);
  assert.match(await tab.locator('.card.bad').innerText(), /without the blanks or line ends around them/);
});

await onPage('judges question by question, once it is told what and how', async (tab) => {
  await tab.fill('#key', KEY);
  await paste(tab, readFileSync('core/tests/data/field_cases/33-refund-answer.xml', 'utf8'));
  await tab.click('.card .chip:text-is("/secapi/pay/refund")');
  await tab.click('.card .chip:text-is("MD5")');
  await settled(tab);
  const answers = await tab.locator('.chain li').evaluateAll((all) => all.map((one) => one.className));
  assert.deepEqual(answers, ['yes', 'yes', 'yes', 'yes', 'open']);
  assert.match(await tab.locator('.card.open .lead').innerText(), /^Accepted: authentic/);
  await paste(tab, readFileSync('core/tests/data/field_cases/33-refund-answer.xml', 'utf8').replace('<total_fee>100', '<total_fee>101'));
  const changed = await tab.locator('.chain li').evaluateAll((all) => all.map((one) => one.className));
  assert.deepEqual(changed, ['yes', 'no', 'unasked', 'unasked', 'unasked']);
  assert.match(await tab.locator('.next').innerText(), /query/);
});

await onPage('opens a refund notice, and a req_info alone', async (tab) => {
  await set(tab, {});
  const notice = readFileSync('core/tests/data/field_cases/20-refund-notice.xml', 'utf8');
  await paste(tab, notice);
  assert.match(await tab.locator('#results').innerText(), /refund_status\s+SUCCESS/);
  await tab.fill('#source', '');
  await paste(tab, notice.match(/<req_info><!\[CDATA\[(.*?)\]\]/)[1]);
  assert.match(await tab.locator('#results').innerText(), /nobody signed it[^]*refund_status\s+SUCCESS/);
});

await onPage('guesses the operation of a request, and holds it against that', async (tab) => {
  await paste(tab, readFileSync('core/tests/data/field_cases/28-hmac-without-sign_type.xml', 'utf8'));
  await tab.click('.suggestion .chip:text-is("/pay/unifiedorder")');
  await tab.check('input[name=algorithm][value=HMAC-SHA256]');
  await settled(tab);
  assert.match(await tab.locator('.findings').innerText(), /refused sign_type: missing/);
});

await onPage('makes second signatures', async (tab) => {
  await tab.fill('#key', KEY);
  await tab.click('#tab-payload');
  for (const [name, value] of [['appid', 'wx0000000000000001'], ['prepay_id', 'wx201512091834'], ['nonce', 'abc123'], ['timestamp', '1516351425']]) {
    await tab.fill(`#payload-${name}`, value);
  }
  await tab.waitForSelector('#payload .code:has-text("B848921A4296BAC249B3DB09E2301149")');
  await tab.selectOption('#kind', 'native');
  await tab.fill('#payload-mch_id', '1900000001');
  await tab.fill('#payload-product_id', '7');
  await tab.waitForSelector('#payload .code:has-text("weixin://wxpay/bizpayurl?")');
});

await onPage('looks operations and error codes up', async (tab) => {
  await tab.click('#tab-lookup');
  assert.equal(await tab.locator('.operation').count(), 137);
  await tab.fill('#search', 'NOTENOUGH');
  await tab.waitForSelector('.codes th:text-is("NOTENOUGH")');
  await tab.fill('#search', '/secapi/pay/refund');
  await tab.waitForFunction(() => document.querySelectorAll('.operation').length < 5);
  await tab.click('.operation:has(.path:text-is("/secapi/pay/refund"))');
  await tab.waitForSelector('#found article');
  const told = (await tab.locator('#found').innerText()).replace(/\s+/g, ' ');
  for (const due of ['https://api.mch.weixin.qq.com/secapi/pay/refund', 'Merchant’s certificate needed', 'out_refund_no required up to 64 characters', 'NOTENOUGH']) {
    assert.ok(told.includes(due), `${due}: ${told}`);
  }
});

await onPage('makes nonces, times and amounts', async (tab) => {
  await tab.click('#tab-small');
  const nonce = () => tab.locator('#small .code').innerText();
  const first = await nonce();
  assert.match(first, /^[0-9A-Za-z]{32}$/);
  await tab.click('#new-nonce');
  await tab.waitForFunction((old) => document.querySelector('#small .code')?.textContent !== old, first);
  await tab.fill('#time', '20150806133346');
  await tab.waitForSelector('#small td:text-is("1438839226")');
  await tab.fill('#amount', '0.47');
  await tab.waitForSelector('#small td:text-is("47")');
});

await onPage('reads a file byte for byte, also if it is dropped', async (tab) => {
  await set(tab, {});
  const gbk = readFileSync('core/tests/data/field_cases/17-body-sent-as-gbk.xml');
  await tab.locator('.left').first().dispatchEvent('drop', {
    dataTransfer: await tab.evaluateHandle((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], 'gbk.xml'));
      return transfer;
    }, [...gbk]),
  });
  await tab.waitForSelector('#recognized .undone');
  assert.match(await tab.locator('.undone').innerText(), /GBK/);
  assert.match(await tab.locator('#input-note').innerText(), new RegExp(`gbk.xml \\(${gbk.length} bytes\\)`));
});

await onPage('unpacks a bill, and checks its totals', async (tab) => {
  const bill = readFileSync('core/tests/data/field_cases/16f-bill-no-backticks.csv');
  await tab.setInputFiles('#file', { name: 'bill.gz', mimeType: 'application/gzip', buffer: gzipSync(bill) });
  await settled(tab);
  const told = await tab.locator('#results').innerText();
  assert.match(told, /The totals agree[^]*gzip[^]*MICROPAY/);
});

await onPage('speaks the language of the browser, and the other one', async (tab) => {
  assert.equal(await tab.getAttribute('html', 'lang'), 'zh-CN');
  await tab.click('.examples .chip');
  await settled(tab);
  assert.match(await tab.locator('#results').innerText(), /签名之后值被改动/);
  await tab.click('#to-en');
  await tab.waitForSelector('#results:has-text("changed after it was signed")');
  for (const name of ['message', 'payload', 'lookup', 'small']) {
    await tab.click(`#tab-${name}`);
    const body = (await tab.locator('body').innerText()).replace('中文', '');
    assert.doesNotMatch(body, /[\u4e00-\u9fff]/, name);
  }
  await tab.click('#to-zh');
  await tab.waitForSelector('#tab-lookup:text-is("查询")');
}, { locale: 'zh-CN' });

await onPage('needs no mouse', async (tab) => {
  const focused = () => tab.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
  const reach = async (id) => {
    for (let step = 0; step < 60; step += 1) {
      if ((await focused()) === id) return;
      await tab.keyboard.press('Tab');
    }
    assert.fail(`${id} is not reached`);
  };
  await reach('key');
  await tab.keyboard.type(KEY);
  await reach('tab-message');
  await tab.keyboard.press('ArrowRight');
  assert.equal(await focused(), 'tab-payload');
  await tab.keyboard.press('Home');
  assert.equal(await focused(), 'tab-message');
  await reach('input');
  await tab.keyboard.insertText('body=tea \nsign=E14C8B2F4FEA52753D6BE1E772A83DEE\n');
  await settled(tab);
  await tab.waitForFunction(() => document.querySelector('#status')?.textContent?.includes('without the blanks'));
  await reach('wipe');
  await tab.keyboard.press('Enter');
  assert.equal(await tab.inputValue('#key'), '');
});

await onPage('every control has a name, a role and a place in the order', async (tab) => {
  const client = await tab.context().newCDPSession(tab);
  for (const name of ['message', 'payload', 'lookup', 'small']) {
    await tab.click(`#tab-${name}`);
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const controls = nodes.filter((node) => /^(button|textbox|searchbox|combobox|radio|tab)$/.test(node.role?.value ?? ''));
    assert.ok(controls.length > 8, `${controls.length} in ${name}`);
    const unnamed = controls.filter((node) => !node.name?.value).map((node) => node.role.value);
    assert.deepEqual(unnamed, [], name);
  }
  const ids = await tab.evaluate(() => [...document.querySelectorAll('[id]')].map((one) => one.id));
  assert.equal(new Set(ids).size, ids.length);
});

for (const colorScheme of ['light', 'dark']) {
  await onPage(`fits a phone, ${colorScheme}, with enough contrast`, async (tab) => {
    for (const name of ['message', 'payload', 'lookup', 'small']) {
      await tab.click(`#tab-${name}`);
      const [wide, most] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= most, `${name}: ${wide} > ${most}`);
    }
    await tab.click('#tab-message');
    for (const example of await tab.locator('.examples .chip').all()) {
      await example.click();
      await settled(tab);
      const [wide, most] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(wide <= most, `${await example.innerText()}: ${wide} > ${most}`);
    }
    const low = await tab.evaluate(lowContrast);
    assert.deepEqual(low, []);
  }, { viewport: { width: 360, height: 740 }, colorScheme, locale: 'zh-CN' });
}

/** Texts with less contrast than WCAG AA asks for. */
function lowContrast() {
  const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const parsed = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => [r, g, b].map((one) => channel(one / 255)).reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const color = parsed(getComputedStyle(one).backgroundColor);
      if (color[3] !== 0) return color;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility() || element.closest('.unasked, .out, script')) continue;
    const [one, other] = [luminance(parsed(getComputedStyle(element).color)), luminance(ground(element))].sort((a, b) => b - a);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < 4.5) low.push(`${element.className || element.tagName} ${element.textContent.slice(0, 20)}: ${ratio.toFixed(2)}`);
  }
  return [...new Set(low)];
}

await test('sends nothing, even if a script wanted to, also from a server', async () => {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push(request.url);
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const tab = await open(browser, { url });
  await set(tab, {});
  await paste(tab, ORDER);
  await tab.waitForTimeout(300);
  assert.deepEqual(seen, ['/']);
  const tried = await tab.evaluate(async (to) => {
    const image = new Image();
    image.src = `${to}image`;
    navigator.sendBeacon(`${to}beacon`, 'x');
    document.body.append(Object.assign(document.createElement('iframe'), { src: `${to}frame` }));
    try { new WebSocket(to.replace('http', 'ws')); } catch { /* refused at once */ }
    return fetch(`${to}fetch`).then(() => 'sent', () => 'refused');
  }, url);
  await tab.waitForTimeout(500);
  assert.equal(tried, 'refused');
  assert.deepEqual(seen, ['/']);
  await tab.context().close();
  server.close();
});

await test('leaves nothing of the key behind', async () => {
  const secret = 'Zq7LeftBehindNowhere0123456789xy';
  const context = await browser.newContext({ locale: 'en-US' });
  const tab = await context.newPage();
  await tab.goto(page);
  await tab.waitForSelector('#small h2', { state: 'attached' });
  const [address, entries] = await tab.evaluate(() => [location.href, history.length]);
  await tab.focus('#key');
  await tab.keyboard.insertText(secret);
  await paste(tab, ORDER);
  assert.equal(await heapHolds(tab, secret), false, 'while it is typed: no string of it outlives a question');
  // A snapshot would show one: the opposite is found as well.
  await tab.evaluate(() => Object.assign(window, { kept: document.querySelector('#key').value }));
  assert.equal(await heapHolds(tab, secret), true, 'a snapshot shows no strings');
  await tab.evaluate(() => delete window.kept);
  const kept = await tab.evaluate(async () => [
    location.href, history.length, JSON.stringify(history.state), localStorage.length, sessionStorage.length,
    document.cookie, (await indexedDB.databases()).length,
  ]);
  assert.deepEqual(kept, [address, entries, 'null', 0, 0, '', 0]);
  const state = JSON.stringify(await context.storageState());
  assert.ok(!state.includes(secret));
  await tab.click('#wipe');
  await settled(tab);
  assert.equal(await heapHolds(tab, secret), false, 'after wiping');
  await tab.focus('#key');
  await tab.keyboard.insertText(secret);
  await paste(tab, `${ORDER}attach=a`);
  await tab.goto('about:blank');
  assert.equal(await heapHolds(tab, secret), false, 'after leaving');
  await tab.goBack();
  await tab.waitForSelector('#small h2', { state: 'attached' });
  assert.deepEqual([await tab.inputValue('#key'), await tab.inputValue('#input')], ['', '']);
  assert.equal(await heapHolds(tab, secret), false, 'after coming back');
  await context.close();
});

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
