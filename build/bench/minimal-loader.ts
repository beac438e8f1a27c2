import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { Connection } from '#db/file/client.ts';

/**
 * The least that loads a generated file of sale lines into the shop's own tables: csv-parse and four
 * prepared statements in one transaction. No staging, no checks, no dry run, no undo, no search, no
 * figures; rows are looked up in plain maps. The import is measured against it.
 */
export async function loadMinimally({ raw }: Connection, path: string): Promise<number> {
  const at = '2026-01-01T00:00:00.000Z';
  const customer = raw.prepare(
    'INSERT INTO customers (name, name_key, created_at) VALUES (?, ?, ?)',
  );
  const product = raw.prepare('INSERT INTO products (name, name_key, created_at) VALUES (?, ?, ?)');
  const sale = raw.prepare(
    `INSERT INTO sales (match_key, number, sold_on, customer_id, kind, status, total_minor,
       revenue_minor, is_purchase, created_at) VALUES (?, ?, ?, ?, 'sale', 'completed', 0, 0, 1, ?)`,
  );
  const line = raw.prepare(
    `INSERT INTO sale_lines (sale_id, position, product_id, quantity_e4, unit_price_e4, amount_minor)
     VALUES (?, 0, ?, ?, ?, ?)`,
  );
  const ids = new Map<string, number | bigint>();
  const once = (key: string, insert: () => number | bigint): number | bigint => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = insert();
    ids.set(key, id);
    return id;
  };
  const number = (text: string): number => Number(text.replaceAll('.', ''));
  let count = 0;
  raw.exec('BEGIN');
  for await (const row of createReadStream(path).pipe(parse({ delimiter: ';', from_line: 2 }))) {
    const [nota, date, name, phone, item, quantity, price, total] = row as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const customerId = once(`c${phone}`, () => customer.run(name, name, at).lastInsertRowid);
    const productId = once(`p${item}`, () => product.run(item, item, at).lastInsertRowid);
    const day = date.split('/').reverse().join('-');
    const saleId = once(
      `s${nota}`,
      () => sale.run(nota, nota, day, customerId, at).lastInsertRowid,
    );
    line.run(
      saleId,
      productId,
      number(quantity) * 10_000,
      number(price) * 10_000,
      number(total) * 100,
    );
    count += 1;
  }
  raw.exec('COMMIT');
  return count;
}
