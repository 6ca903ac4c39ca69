// The shop's own records, in a database of SQLite in the folder WXP_RECORDS: what an answer or a notice
// says is compared with them.

import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { setting } from './merchant.js';
import { Damaged, NotSent } from './outcome.js';

const SCHEMA = `
CREATE TABLE orders (
    number TEXT PRIMARY KEY, fen TEXT NOT NULL, delivered INTEGER NOT NULL DEFAULT 0,
    given_back INTEGER NOT NULL DEFAULT 0);
CREATE TABLE refunds (
    number TEXT PRIMARY KEY, order_number TEXT NOT NULL, fen TEXT NOT NULL,
    arrived INTEGER NOT NULL DEFAULT 0);
CREATE TABLE quickpay (number TEXT PRIMARY KEY, state BLOB NOT NULL, saved_at INTEGER NOT NULL);
PRAGMA user_version = 1;
`;
const FEN = /^[1-9][0-9]{0,9}$/;

const now = () => Math.floor(Date.now() / 1000);

export class Records {
  constructor() {
    this.path = path.resolve(setting('WXP_RECORDS'), 'shop.sqlite');
    if (!fs.existsSync(this.path)) this.#create();
  }

  /** Notes down an order before it is sent. */
  noteOrder(number, fen) {
    this.#transaction((database) => {
      database.prepare('INSERT OR IGNORE INTO orders VALUES (?, ?, 0, 0)').run(number, fen);
      const found = this.#find(database, 'fen FROM orders', number);
      if (found?.fen !== fen) throw new NotSent(`${number}: taken by something else`);
    });
  }

  /** Notes down a refund of an order before it is sent. */
  noteRefund(refund, number, fen) {
    this.#transaction((database) => {
      database.prepare('INSERT OR IGNORE INTO refunds VALUES (?, ?, ?, 0)').run(refund, number, fen);
      const found = this.#find(database, 'fen, order_number FROM refunds', refund);
      if (found?.fen !== fen || found.order_number !== number) {
        throw new NotSent(`${refund}: taken by something else`);
      }
      giveBack(database, number);
    });
  }

  /** The amount of an order, in fen; `undefined` if it is none of ours. */
  order(number) {
    return this.#transaction((database) => this.#find(database, 'fen FROM orders', number)?.fen);
  }

  /** Amount and order number of a refund; `undefined` if it is none of ours. */
  refund(refund) {
    return this.#transaction((database) => this.#find(database, 'fen, order_number FROM refunds', refund));
  }

  /** Delivers what was ordered, once, and never what we give back: `true` if it did now. */
  deliver(number) {
    return this.#transaction((database) => {
      // Notices come twice, also at the same moment, and queries find what they told.
      const change = database.prepare(
        'UPDATE orders SET delivered = 1 WHERE number = ? AND delivered = 0 AND given_back = 0',
      );
      const first = change.run(number).changes === 1;
      // Here, in the same transaction: what makes your shop deliver.
      return first;
    });
  }

  delivered(number) {
    return this.#transaction((database) => {
      const found = database.prepare('SELECT 1 FROM orders WHERE number = ? AND delivered = 1');
      return found.get(number) !== undefined;
    });
  }

  /** Notes that an order is given back, before that is sent: from now on it is not delivered. */
  giveBack(number) {
    this.#transaction((database) => giveBack(database, number));
  }

  refundArrived(refund) {
    this.#transaction((database) => {
      database.prepare('UPDATE refunds SET arrived = 1 WHERE number = ?').run(refund);
    });
  }

  /**
   * Keeps the state of a payment by Quick Pay. `false` if the last one is not that before: then another
   * call has taken the payment over, or began it.
   */
  savePayment(number, state, before) {
    return this.#transaction((database) => {
      if (before === undefined) {
        const begin = database.prepare('INSERT OR IGNORE INTO quickpay VALUES (?, ?, ?)');
        return begin.run(number, state, now()).changes === 1;
      }
      const change = 'UPDATE quickpay SET state = ?, saved_at = ? WHERE number = ? AND state = ?';
      return database.prepare(change).run(state, now(), number, before).changes === 1;
    });
  }

  /** Forgets a payment that was not sent, so that its number can be used. */
  forgetPayment(number) {
    this.#transaction((database) => {
      database.prepare('DELETE FROM quickpay WHERE number = ?').run(number);
    });
  }

  /** The state that was kept, and how many seconds ago; `undefined` if there was no payment. */
  payment(number) {
    const found = this.#transaction((database) =>
      database.prepare('SELECT state, saved_at FROM quickpay WHERE number = ?').get(number),
    );
    if (!found) return undefined;
    // SQLite keeps what it is given, and somebody may have given it something else.
    if (!(found.state instanceof Uint8Array)) throw new Damaged(`${this.path}: the payment ${number} is damaged`);
    return { state: found.state, secondsAgo: Math.max(0, now() - Number(found.saved_at)) };
  }

  /** A row that has an amount. */
  #find(database, what, number) {
    const row = database.prepare(`SELECT ${what} WHERE number = ?`).get(number);
    if (row && !FEN.test(String(row.fen))) {
      throw new Damaged(`${this.path}: the amount of ${number} is damaged`);
    }
    return row;
  }

  /** After it, everything is on the disk, or nothing was changed. */
  #transaction(work) {
    let database;
    try {
      // Never makes a database: what is not there any more is damaged.
      const address = pathToFileURL(this.path);
      address.search = '?mode=rw';
      database = new DatabaseSync(address, { timeout: 30_000 });
      // FULL leaves out the folder, in which the journal must be gone.
      database.exec('PRAGMA synchronous = EXTRA');
      database.exec('BEGIN IMMEDIATE');
      if (database.prepare('PRAGMA user_version').get()?.user_version !== 1) {
        throw new Damaged(`${this.path}: not the records of a shop`);
      }
      const result = work(database);
      database.exec('COMMIT');
      return result;
    } catch (error) {
      throw error.code === 'ERR_SQLITE_ERROR' ? new Damaged(`${this.path}: ${error.message}`) : error;
    } finally {
      database?.close();
    }
  }

  /**
   * Under another name first, so that a database that is there is whole. SQLite takes an empty file for
   * an empty database, which would be the start of new payments.
   */
  #create() {
    const folder = path.dirname(this.path);
    const draft = path.join(fs.mkdtempSync(path.join(folder, 'draft.')), 'shop.sqlite');
    const database = new DatabaseSync(draft);
    database.exec(SCHEMA);
    database.close();
    try {
      fs.linkSync(draft, this.path);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    fs.rmSync(path.dirname(draft), { recursive: true });
    const handle = fs.openSync(folder, 'r');
    fs.fsyncSync(handle);
    fs.closeSync(handle);
  }
}

function giveBack(database, number) {
  database.prepare('UPDATE orders SET given_back = 1 WHERE number = ?').run(number);
}
