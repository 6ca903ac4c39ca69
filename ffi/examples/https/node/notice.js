// What WeChat posts to notify_url: a server for .../payment and .../refund.
//
//     node notice.js 8080
//
// A notice that is not acknowledged within 5 seconds comes again, about 15 times in a day. Put it behind
// your web server, which does the HTTPS.

import { createServer } from 'node:http';
import { Verdict, acknowledge } from 'wxp';
import { Merchant } from './merchant.js';
import { Outcome, tell } from './outcome.js';
import { Records } from './records.js';
import { Settlement, report } from './settlement.js';

const MOST_BYTES = 65536;
const SECONDS = 10; // for a request to arrive

const merchant = new Merchant();
const settlement = new Settlement(merchant, new Records());

/** Whether the shop knows now what the notice told; else it is to be sent again. */
async function take(kind, document) {
  const answer = merchant.judge(kind, document);
  if (answer.verdict === Verdict.Succeeded) return settlement.takeIn(answer.judgment);
  if (answer.verdict === Verdict.Unvouched) {
    return takeRefund(answer.judgment.unverified().req_info ?? '');
  }
  report(`${kind} notice`, answer);
  return answer.verdict === Verdict.Failed; // authentic, and nothing to do about it
}

/** Nobody signs a notice of a refund: it is only the occasion to ask. */
async function takeRefund(reqInfo) {
  const refund = merchant.key.unconfirmedRefund(reqInfo).out_refund_no ?? '';
  return (await settlement.queryRefund(refund)) === Outcome.DONE;
}

/** The bytes that came; `undefined` if they are too many. */
async function bodyOf(request) {
  const pieces = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length > MOST_BYTES) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

const limits = { requestTimeout: 1000 * SECONDS, connectionsCheckingInterval: 1000 };
const server = createServer(limits, async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const kind = pathname.endsWith('/refund') ? 'refund' : 'payment';
  let [status, taken] = [200, false];
  try {
    const document = await bodyOf(request);
    if (document) taken = await take(kind, document);
    else status = 413;
  } catch (error) {
    // Whatever it is, the notice was not taken.
    tell(`${kind} notice: ${error.name}: ${error.message}`);
  }
  response.writeHead(status, { 'Content-Type': 'text/xml' });
  response.end(acknowledge(kind, taken));
});
server.listen(Number(process.argv[2]), '127.0.0.1');
