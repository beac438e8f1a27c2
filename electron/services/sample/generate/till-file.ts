import type { Cell } from '#shared/domain/cell.ts';
import type { SampleLine } from './baskets.ts';
import { slashDate, writtenDate, yearOf } from './calendar.ts';
import type { SamplePerson } from './people.ts';
import type { SamplePlace } from './place/place.ts';
import { createRandom, type Random } from './random.ts';
import type { TillSale } from './sales.ts';
import type { SampleFile, Writing } from './sample-file.ts';

/** In the first years somebody typed amounts as text now and then. */
const typedShares = [0.35, 0.12, 0.03];

/** The till's export, one workbook a year: title lines, a blank one, the header, then sale lines. */
export function tillFiles(
  seed: number,
  sales: readonly TillSale[],
  writing: Writing,
): SampleFile[] {
  const { name, sheet, titles } = writing.place.files.till;
  const years = [...new Set(sales.map(({ day }) => yearOf(day)))].sort();
  return years.map((year, index) => {
    const random = createRandom(seed, `till file ${index}`);
    const ofYear = sales.filter(({ day }) => yearOf(day) === year);
    const isNewest = index === years.length - 1;
    const kept = { isNewest, typedShare: typedShares[index] ?? 0 };
    return {
      kind: 'workbook',
      name: name(year),
      sheet,
      currency: writing.place.money.currency,
      rows: [
        ...titleLines(ofYear, writing.place),
        [...titles],
        ...ofYear.flatMap((sale) => saleRows(sale, kept, writing, random)),
      ],
    };
  });
}

function titleLines(sales: readonly TillSale[], { calendar, files }: SamplePlace): Cell[][] {
  const [first, last] = [sales[0], sales.at(-1)];
  const day = (sale: TillSale | undefined) =>
    sale === undefined ? '' : writtenDate(sale.day, calendar);
  return [[files.till.heading], [files.till.period(day(first), day(last))], []];
}

interface Kept {
  readonly isNewest: boolean;
  readonly typedShare: number;
}

function saleRows(
  sale: TillSale,
  { isNewest, typedShare }: Kept,
  { place, isAbroad }: Writing,
  random: Random,
): Cell[][] {
  const { money, phones, files } = place;
  // The newest till writes months in words; a file of the first days of January stays readable.
  const date = isNewest ? writtenDate(sale.day, place.calendar) : slashDate(sale.day);
  const name = sale.person === null ? null : tillName(sale.person, place, random);
  const phone = sale.person === null ? null : phones.typed(sale.person.phone, random, isAbroad);
  const { returns } = sale;
  const note = returns === null ? saleNote(sale, place, random) : files.till.returned(returns);
  return sale.lines.map(({ product, quantity, price }: SampleLine) => {
    const isTyped = random.chance(typedShare);
    return [
      sale.receipt,
      date,
      name,
      phone,
      product.name,
      quantity,
      isTyped ? money.signed(price) : price / 100,
      isTyped ? money.typed(price * quantity) : (price * quantity) / 100,
      sale.payment,
      note,
    ];
  });
}

function saleNote(sale: TillSale, { files }: SamplePlace, random: Random): string | null {
  const { delivered, notes } = files.till;
  if (sale.person?.kind === 'business') return random.chance(0.3) ? delivered : null;
  return random.chance(0.03) ? random.pick(notes) : null;
}

/** As the one at the till wrote it: whole, short, in capitals, or not at all. */
function tillName(person: SamplePerson, { people }: SamplePlace, random: Random): string | null {
  const { name, title, kind } = person;
  const short = kind === 'business' ? name : people.shortName(title, name);
  return random.weighted<string | null>([
    [name, 68],
    [title === '' ? name : short, 12],
    [name.toUpperCase(), 9],
    [name.toLowerCase(), 6],
    [null, 5],
  ]);
}
