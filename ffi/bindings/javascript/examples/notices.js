// Takes what WeChat posts to notify_url: for `node:http`, and for frameworks like Express.
//
//   http.createServer(notices('payment', key, take)).listen(8080);
//   app.post('/pay/payment', notices('payment', key, take));
//
// In Express, put it before `express.json()` and other readers of bodies, or behind
// `express.raw({ type: () => true })`: the signature covers the bytes that came.

import { Reply, Verdict, acknowledge } from 'wxp';

const MOST_BYTES = 65536;

/**
 * A handler of notices of a kind ("payment", "contract", …), with the key of the merchant.
 *
 * `take` gets the judgment of each authentic notice, and perhaps the same one twice at the same time.
 * It compares the notice with your records (`judgment.expect`), notes it down, and delivers once. The
 * notice is acknowledged when it has returned. If it throws, WeChat sends the notice again.
 */
export function notices(kind, key, take) {
  return async (request, response) => {
    let status = 200;
    let taken = false;
    try {
      const document = await bodyOf(request);
      const judgment = document && Reply.read(document).judge(key, kind);
      if (!judgment) {
        status = 413;
      } else if (judgment.isAuthentic) {
        await take(judgment);
        taken = true;
      } else {
        console.error(`${kind} notice: ${Verdict[judgment.verdict]}: ${judgment.reason ?? ''}`);
      }
    } catch (error) {
      console.error(`${kind} notice: ${error}`);
    }
    response.writeHead(status, { 'Content-Type': 'text/xml' });
    response.end(acknowledge(kind, taken));
  };
}

/** The bytes that came; `undefined` if they are too many. */
async function bodyOf(request) {
  if (request.body !== undefined && !(request.body instanceof Uint8Array)) {
    throw new TypeError('something has read the body before, and the bytes are lost');
  }
  const pieces = [];
  let length = 0;
  for await (const piece of request.body ? [request.body] : request) {
    length += piece.length;
    if (length > MOST_BYTES) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
