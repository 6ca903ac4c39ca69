// How a peer in JavaScript is driven; see peer.h. Operations can be asynchronous.
const fs = require('fs');
const readline = require('readline');

const read = (name) => fs.readFileSync(`${process.argv[2]}/${name}`);
const fields = (name) => Object.fromEntries(
  read(name).toString().trimEnd().split('\n').map((line) => line.split('\t')));

exports.workloads = {
  key: read('key.txt').toString(),
  w1: fields('W1.fields.tsv'),
  w2: fields('W2.fields.tsv'),
  w3: read('W3.MD5.xml'),
  w4: read('W4.MD5.xml'),
};

// The loops are two, so that what answers at once does not wait for the event loop.
async function time(call, rounds) {
  const waits = call() instanceof Promise;
  const start = process.hrtime.bigint();
  if (waits) for (let i = 0; i < rounds; i++) await call();
  else for (let i = 0; i < rounds; i++) call();
  return Number(process.hrtime.bigint() - start) / rounds;
}

exports.serve = async (operations) => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [name, rounds] = line.split(' ');
    const call = operations[name];
    let answer = 'unknown';
    if (call && Number(rounds)) answer = (await time(call, Number(rounds))).toFixed(1);
    else if (call) answer = (await call()).replaceAll('\n', ' ');
    process.stdout.write(`${answer}\n`);
  }
};
