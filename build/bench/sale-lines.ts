import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** How many of what a generated file of sale lines holds. */
export interface SaleLinesSize {
  readonly lines: number;
  readonly customers: number;
  readonly products: number;
}

const firstNames =
  'Siti Budi Agus Dewi Rina Joko Sri Putri Andi Wulan Bagas Ratna Hendra Nur Eko'.split(' ');
const lastNames =
  'Aminah Santoso Setiawan Lestari Wijaya Susilo Rahayu Pratama Hidayat Utami'.split(' ');
const goods = 'Arabika Robusta Kertas Gula Susu Teh Cokelat Sirup Gelas Filter'.split(' ');

/** Mulberry32: the same seed gives the same file on every machine. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const saleLinesHeader = [
  'No Nota',
  'Tanggal',
  'Nama Pelanggan',
  'No HP',
  'Nama Barang',
  'Jumlah Barang',
  'Harga Satuan',
  'Total',
] as const;

/** One generated line, in the order of the header: texts as an Indonesian till writes them. */
export function* saleLines(size: SaleLinesSize, seed = 1): Generator<string[]> {
  const random = randomOf(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  let left = 0;
  let sale = 0;
  let head: string[] = [];
  for (let line = 0; line < size.lines; line += 1) {
    if (left === 0) {
      left = 1 + pick(4);
      sale += 1;
      const customer = pick(size.customers);
      const name = `${firstNames[customer % 15]} ${lastNames[Math.floor(customer / 15) % 10]} ${customer}`;
      const day = Math.floor((sale / size.lines) * 2.5 * 1095);
      const date = new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10).split('-');
      const number = `N${String(sale).padStart(7, '0')}`;
      head = [number, date.reverse().join('/'), name, `0812${String(30_000_000 + customer)}`];
    }
    left -= 1;
    const product = pick(size.products);
    const quantity = 1 + pick(5);
    const price = (1 + (product % 97)) * 2500;
    const amount = (quantity * price).toLocaleString('de-DE');
    yield [
      ...head,
      `${goods[product % 10]} ${product}`,
      String(quantity),
      price.toLocaleString('de-DE'),
      amount,
    ];
  }
}

/** Writes a file of generated sale lines separated by semicolons. */
export async function writeSaleLines(path: string, size: SaleLinesSize): Promise<void> {
  const out = createWriteStream(path);
  let text = `${saleLinesHeader.join(';')}\n`;
  for (const line of saleLines(size)) {
    text += `${line.join(';')}\n`;
    if (text.length < 1 << 16) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'close');
}
