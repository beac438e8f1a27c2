import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openConnection } from '#db/file/client.ts';
import { shopPaths } from '#electron/shop-file/shop-paths.ts';
import { peakMemoryMb } from './process-use.ts';
import { soldIn } from './sold-shop.ts';

const [dataFolder = ''] = process.argv.slice(2);
const begin = performance.now();
const { raw, close } = openConnection(shopPaths(dataFolder).database, { readonly: true });
const openMb = peakMemoryMb(process.pid);
const rows = raw
  .prepare(
    `SELECT s.*, l.*, p.name, p.sku, c.name FROM sales s JOIN sale_lines l ON l.sale_id = s.id
     LEFT JOIN products p ON p.id = l.product_id LEFT JOIN customers c ON c.id = s.customer_id
     WHERE s.deleted_at IS NULL AND s.sold_on >= ? AND s.sold_on <= ? ORDER BY s.sold_on, s.id`,
  )
  .raw()
  .iterate(soldIn.from, soldIn.to) as IterableIterator<unknown[]>;

function* texts(): Generator<string> {
  let text = '';
  for (const row of rows) {
    text += `${row.join(',')}\n`;
    if (text.length < 1 << 16) continue;
    yield text;
    text = '';
  }
  yield text;
}

const path = join(dataFolder, 'dump.csv');
await pipeline(Readable.from(texts()), createWriteStream(path));
await close();
const ms = performance.now() - begin;
console.log(JSON.stringify({ ms, peakRssMb: peakMemoryMb(process.pid), openMb }));
