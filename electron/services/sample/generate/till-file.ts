import type { Cell } from '#shared/domain/cell.ts';
import type { SampleLine } from './baskets.ts';
import { slashDate, writtenDate, yearOf } from './calendar.ts';
import type { SamplePerson } from './people.ts';
import { typedPhone } from './phones.ts';
import { createRandom, type Random } from './random.ts';
import type { TillSale } from './sales.ts';
import { dottedAmount, type SampleFile } from './sample-file.ts';

const header = [
  'No. Nota',
  'Tgl',
  'Nama Pelanggan',
  'No HP',
  'Nama Barang',
  'Jumlah',
  'Harga',
  'Total',
  'Bayar',
  'Ket',
];

/** In the first years somebody typed amounts as text now and then. */
const typedShares = [0.35, 0.12, 0.03];

/** The till's export, one workbook a year: title lines, a blank one, the header, then sale lines. */
export function tillFiles(seed: number, sales: readonly TillSale[]): SampleFile[] {
  const years = [...new Set(sales.map(({ day }) => yearOf(day)))].sort();
  return years.map((year, index) => {
    const random = createRandom(seed, `till file ${index}`);
    const ofYear = sales.filter(({ day }) => yearOf(day) === year);
    const isNewest = index === years.length - 1;
    const typedShare = typedShares[index] ?? 0;
    return {
      kind: 'workbook',
      name: `kasir-${year}.xlsx`,
      sheet: 'Penjualan',
      rows: [
        ...titleLines(ofYear),
        header,
        ...ofYear.flatMap((sale) => saleRows(sale, isNewest, typedShare, random)),
      ],
    };
  });
}

function titleLines(sales: readonly TillSale[]): Cell[][] {
  const [first, last] = [sales[0], sales.at(-1)];
  const period = first && last ? `${writtenDate(first.day)} s.d. ${writtenDate(last.day)}` : '';
  return [['SEKAR PAGI, kedai dan sangrai kopi'], [`Laporan penjualan per barang, ${period}`], []];
}

function saleRows(sale: TillSale, isNewest: boolean, typedShare: number, random: Random): Cell[][] {
  // The newest till writes months in words; a file of the first days of January stays readable.
  const date = isNewest ? writtenDate(sale.day) : slashDate(sale.day);
  const name = sale.person === null ? null : tillName(sale.person, random);
  const phone = sale.person === null ? null : typedPhone(sale.person.phone, random);
  const note = sale.returns === null ? saleNote(sale, random) : `Retur ${sale.returns}`;
  return sale.lines.map(({ product, quantity, price }: SampleLine) => {
    const isTyped = random.chance(typedShare);
    return [
      sale.receipt,
      date,
      name,
      phone,
      product.name,
      quantity,
      isTyped ? `Rp ${dottedAmount(price)}` : price,
      isTyped ? dottedAmount(price * quantity) : price * quantity,
      sale.payment,
      note,
    ];
  });
}

function saleNote(sale: TillSale, random: Random): string | null {
  if (sale.person?.kind === 'business') return random.chance(0.3) ? 'kirim ke tempat' : null;
  return random.chance(0.03) ? random.pick(['bungkus kado', 'giling halus', 'dibawa teman']) : null;
}

/** As the one at the till wrote it: whole, short, in capitals, or not at all. */
function tillName(person: SamplePerson, random: Random): string | null {
  const { name, title, kind } = person;
  const [firstName = name] = name.split(' ');
  const short = kind === 'business' ? name : `${title === 'Bpk' ? 'Pak' : 'Bu'} ${firstName}`;
  return random.weighted<string | null>([
    [name, 68],
    [title === '' ? name : short, 12],
    [name.toUpperCase(), 9],
    [name.toLowerCase(), 6],
    [null, 5],
  ]);
}
