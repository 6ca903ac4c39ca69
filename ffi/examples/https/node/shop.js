// A shop's side of WeChat Pay.
//
//     node shop.js order 20150806125346 100 "Tea & rice"
//
// Ends with 0 if it is done, 1 if it is not done, 2 if this call sent nothing, and 3 if it is not known:
// then ask again with the same number, and never pay again under another one.

import { Damaged, NotSent, Outcome, tell } from './outcome.js';

// Node would end with 1, which says that nothing was done.
process.on('uncaughtException', (error) => {
  tell(error.stack ?? String(error));
  process.exit(Outcome.NOT_KNOWN);
});

try {
  // Not before that: something can be wrong with what it needs.
  const { main } = await import('./till.js');
  process.exit(await main(...process.argv.slice(2)));
} catch (error) {
  if (error instanceof NotSent) {
    tell(error.message);
    process.exit(Outcome.NOT_SENT);
  }
  if (!(error instanceof Damaged)) throw error;
  tell(`${error.message}: somebody has to look`);
  process.exit(Outcome.NOT_KNOWN);
}
