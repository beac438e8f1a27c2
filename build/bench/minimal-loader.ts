import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { Connection, RawHandle } from '#db/file/client.ts';

const at = '2026-01-01T00:00:00.000Z';

type Row = readonly [
  nota: string,
  date: string,
  name: string,
  phone: string,
  item: string,
  quantity: string,
  price: string,
  total: string,
];

function prepare(raw: RawHandle) {
  return {
    customer: raw.prepare('INSERT INTO customers (name, name_key, created_at) VALUES (?, ?, ?)'),
    product: raw.prepare('INSERT INTO products (name, name_key, created_at) VALUES (?, ?, ?)'),
    sale: raw.prepare(
      `INSERT INTO sales (match_key, number, sold_on, customer_id, kind, status, total_minor,
         revenue_minor, is_purchase, created_at)
       VALUES (?, ?, ?, ?, 'sale', 'completed', 0, 0, 1, ?)`,
    ),
    line: raw.prepare(
      `INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, unit_price_e4,
         amount_minor) VALUES (?, 0, ?, ?, ?, ?)`,
    ),
  };
}

function numberOf(text: string): number {
  return Number(text.replaceAll('.', ''));
}

/** Runs an insert once for each key, and answers the id it gave. */
function onceEach() {
  const ids = new Map<string, number | bigint>();
  return (key: string, insert: () => { lastInsertRowid: number | bigint }): number | bigint => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = insert().lastInsertRowid;
    ids.set(key, id);
    return id;
  };
}

/**
 * The least that loads a generated file of sale lines into the shop's own tables: csv-parse and four
 * prepared statements in one transaction. No staging, no checks, no dry run, no undo, no search, no
 * figures; rows are looked up in plain maps. The import is measured against it.
 */
export async function loadMinimally({ raw }: Connection, path: string): Promise<number> {
  const { customer, product, sale, line } = prepare(raw);
  const once = onceEach();
  let count = 0;
  raw.exec('BEGIN');
  for await (const row of createReadStream(path).pipe(parse({ delimiter: ';', from_line: 2 }))) {
    const [nota, date, name, phone, item, quantity, price, total] = row as Row;
    const customerId = once(`c${phone}`, () => customer.run(name, name, at));
    const productId = once(`p${item}`, () => product.run(item, item, at));
    const day = date.split('/').reverse().join('-');
    const saleId = once(`s${nota}`, () => sale.run(nota, nota, day, customerId, at));
    const [amount, each] = [numberOf(total) * 100, numberOf(price) * 10_000];
    line.run(saleId, productId, numberOf(quantity) * 10_000, each, amount);
    count += 1;
  }
  raw.exec('COMMIT');
  return count;
}
