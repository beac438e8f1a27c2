import type { ImportField } from '../fields.ts';
import { meanings } from '../titles/words.ts';

/** Measures: over a number they say how many of them, beside a price what it is for. */
const MEASURES: ReadonlySet<string> = new Set(
  (
    'kg kilo gr gram ons liter ltr ml meter mtr m m2 cm pcs pc buah bh lembar lbr lusin dus karton box pack ' +
    'pak bungkus bks botol btl sachet sak zak ekor ikat porsi pax orang org kursi seat tiket ticket malam ' +
    'night nights hari day days bulan bln minggu sesi jam unit set pasang helai roll satuan item'
  ).split(' '),
);
/** What may be counted, weighed or measured. */
const COUNTED: ReadonlySet<string> = new Set(
  'jumlah qty banyak berat weight volume panjang lama durasi isi'.split(' '),
);
const PRICED: ReadonlySet<string> = new Set('harga tarif ongkos biaya rate'.split(' '));
const PLACES: ReadonlySet<string> = new Set('rumah kantor home work office'.split(' '));

/** What an order holds, where it is not its number. */
const ORDERED: ReadonlySet<string> = new Set(['pesanan', 'orderan', 'belanjaan', 'isi pesanan']);

/**
 * The field that a title may name if its values prove it: elsewhere `Berat`, `Rumah` and `Nomor` are
 * about something else. Null: it names none even then.
 */
export function weakField(key: string): ImportField | null {
  if (key === '') return null;
  const words = meanings(key);
  const bare = words.filter((word) => !MEASURES.has(word));
  if (bare.length === 0 || bare.some((word) => COUNTED.has(word))) return 'line.quantity';
  if (bare.length === 1 && PRICED.has(bare[0] ?? '')) return 'line.unitPrice';
  if (words.length === 1 && PLACES.has(words[0] ?? '')) return 'customer.phone';
  if (words.length === 1 && (words[0] === 'no' || words[0] === 'id')) return 'sale.number';
  return words.includes('produk') || ORDERED.has(key) ? 'product.name' : null;
}

/** Whether a title says that it counts: `Jumlah Pesanan`. */
export function saysCount(key: string): boolean {
  return meanings(key).some((word) => word === 'jumlah' || word === 'qty' || word === 'banyak');
}

/** Whether a title is a price with what it is for: `Harga/Kg`, `Tarif per Malam`. */
export function isPricePerMeasure(key: string): boolean {
  const words = meanings(key);
  const bare = words.filter((word) => !MEASURES.has(word));
  return words.length > bare.length && bare.length === 1 && PRICED.has(bare[0] ?? '');
}
