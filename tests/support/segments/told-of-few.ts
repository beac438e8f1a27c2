import type { RawHandle } from '#db/file/client.ts';
import type { SheetCell, SheetPart } from '#shared/domain/sheets/part.ts';
import { storedRows } from '../handover/recount-handover.ts';

type Stored = ReturnType<typeof storedRows>[number];
type Ids = ReadonlySet<number>;

const few = 5;
const isFew = (ids: Ids) => ids.size > 0 && ids.size < few;
const without = (all: Ids, some: Ids): Ids => new Set([...all].filter((id) => !some.has(id)));
const joined = (sets: readonly Ids[]): Ids => new Set(sets.flatMap((set) => [...set]));

/** Everything of a shop that a picture tells of, found row by row: which customers each thing is true of. */
function truthOf(raw: RawHandle, members: Ids) {
  const all: Ids = new Set(storedRows(raw, 'customers').map((row) => Number(row['id'])));
  const others = without(all, members);
  const people = storedRows(raw, 'customers');
  const idsOf = (rows: readonly Stored[], key = 'customer_id'): Ids =>
    new Set(rows.map((row) => Number(row[key])));
  const among = (test: (row: Stored) => boolean) => idsOf(people.filter(test), 'id');
  const sales = storedRows(raw, 'sales');
  const saleOf = new Map(sales.map((row) => [row['id'], row]));
  const products = storedRows(raw, 'products');
  const nameOf = new Map(products.map((row) => [row['id'], String(row['name'])]));
  const groupOf = new Map(products.map((row) => [row['id'], row['category']]));
  const lines = storedRows(raw, 'sale_lines').map((row): Stored => {
    const product = row['product_id'] ?? null;
    const sale = saleOf.get(row['sale_id'] ?? 0);
    return {
      ...{ sale: row['sale_id'] ?? 0, customer_id: sale?.['customer_id'] ?? null },
      name: nameOf.get(product) ?? null,
      category: groupOf.get(product) ?? null,
    };
  });
  const lined = new Set(lines.map((row) => row['sale']));
  return { all, others, people, idsOf, among, sales, lines, lined };
}

/** The sentences and tables of a picture, as whoever reads them has them. */
function readOf(parts: readonly SheetPart[]) {
  const said = parts.flatMap(({ finding, notes }) => [finding, ...notes]);
  const text = said.join(' | ').replaceAll('\u00a0', ' ');
  const tables = new Map(
    parts.flatMap(({ tables: own }) => own.map((table) => [table.name, table] as const)),
  );
  const rowsOf = (name: string): (readonly SheetCell['value'][])[] =>
    (tables.get(name)?.rows ?? []).map((row) => row.map(({ value }) => value));
  return { text, rowsOf };
}

interface Group {
  readonly rows: readonly (readonly SheetCell['value'][])[];
  readonly of: (label: string) => Ids;
  /** What is said where it is told of how many it is known. */
  readonly known: RegExp;
  /** Of whom it is known, where rows may be left out. */
  readonly everybody?: Ids;
}

const ages: Record<string, readonly [number, number]> = {
  ...{ 'Under 20': [0, 19], '20 to 29': [20, 29], '30 to 39': [30, 39], '40 to 49': [40, 49] },
  ...{ '50 to 59': [50, 59], '60 and over': [60, 200] },
};

/**
 * What a reader of a picture learns of one to four people, from a figure or by taking figures from each other;
 * empty: nothing. `years` is how old somebody is by the year they were born.
 */
export function toldOfFew(
  raw: RawHandle,
  members: Ids,
  parts: readonly SheetPart[],
  ageOf: (birthdayOn: string) => number | null,
): string[] {
  const { others, idsOf, among, sales, lines, lined } = truthOf(raw, members);
  const { text, rowsOf } = readOf(parts);
  const found: string[] = [];
  const own = (ids: Ids): Ids => new Set([...ids].filter((id) => members.has(id)));
  const theirs = (ids: Ids): Ids => new Set([...ids].filter((id) => others.has(id)));
  const check = (what: string, ids: Ids) => {
    if (isFew(ids)) found.push(`${what}: ${ids.size}`);
  };
  /** A number of people is told. */
  const told = (what: string, ids: Ids, within: Ids = members) => {
    check(what, ids);
    check(`not ${what}`, without(within, ids));
  };
  const isSaid = (pattern: RegExp) => pattern.test(text);
  /** A group that adds up: what is told of it leaves nobody, or enough, whom it is not told of. */
  const group = (name: string, { rows, of, known, everybody }: Group) => {
    const labels = rows.map(([label]) => String(label));
    const all = everybody ?? joined(labels.map(of));
    const shown = rows.flatMap(([label, count]) =>
      typeof count === 'number' ? [String(label)] : [],
    );
    for (const label of shown) check(`${name} ${label}`, own(of(label)));
    const isKnown = isSaid(known);
    if (isKnown) told(`${name} known`, own(all));
    if (!isKnown && rows.some(([, , share]) => typeof share === 'number'))
      found.push(`${name}: a share tells of how many it is known`);
    if (rows.length > 0) {
      const whole = isKnown ? own(all) : members;
      check(`${name}, the rest`, without(whole, own(joined(shown.map(of)))));
    }
    const beside = rows.flatMap((row) => (typeof row[3] === 'number' ? [String(row[0])] : []));
    for (const label of beside) check(`others ${name} ${label}`, theirs(of(label)));
    if (beside.length > 0) {
      check(`others, not ${name}`, without(theirs(all), theirs(joined(beside.map(of)))));
      if (others.size < few) found.push(`${name}: a share of ${others.size} others`);
    }
  };
  const genders: Record<string, string> = { Women: 'female', Men: 'male' };
  const who = rowsOf('Who they are');
  group('gender', {
    rows: who.filter(([label]) => String(label) in genders),
    of: (label) => among((row) => row['gender'] === genders[label]),
    known: /Women and men: known of \d/,
  });
  group('age', {
    rows: who.filter(([label]) => String(label) in ages),
    of: (label) => {
      const [from, to] = ages[label] ?? [0, 0];
      return among((row) => {
        const age = row['birthday_on'] === null ? null : ageOf(String(row['birthday_on']));
        return age !== null && age >= from && age <= to;
      });
    },
    known: /it is known of \d/,
  });
  const aged = among(
    (row) => row['birthday_on'] !== null && ageOf(String(row['birthday_on'])) !== null,
  );
  const born = among((row) => row['birthday_on'] !== null);
  if (isSaid(/Birthday known: \d/)) {
    told('birthday', own(born));
    if (isSaid(/it is known of \d/))
      check('birthday without a year', without(own(born), own(aged)));
  }
  for (const [label, count, , share] of who.filter(([name]) => name === 'Businesses')) {
    const businesses = among((row) => row['kind'] === 'business');
    if (typeof count === 'number') told(String(label), own(businesses));
    if (typeof share === 'number') told(`others ${label}`, theirs(businesses), others);
  }
  const homes = storedRows(raw, 'addresses');
  group('city', {
    rows: rowsOf('Where they live'),
    of: (label) => idsOf(homes.filter((row) => row['city'] === label)),
    known: /The city is known of \d/,
    everybody: idsOf(homes),
  });

  const purchases = sales.filter((row) => row['is_purchase'] === 1);
  const buyers = own(idsOf(purchases));
  const isBuyersSaid = isSaid(/Have bought: \d/);
  if (isBuyersSaid) told('buyers', buyers);
  if (isSaid(/Shares are of (Rp|IDR)/)) {
    check('whose lines these are', own(idsOf(lines)));
    check('sales without lines', own(idsOf(sales.filter((row) => !lined.has(row['id'] ?? 0)))));
  }
  const things = rowsOf('Products they buy');
  const groups = rowsOf('Categories they buy');
  for (const [rows, key] of [
    [things, 'name'],
    [groups, 'category'],
  ] as const) {
    const of = (label: unknown) => lines.filter((row) => row[key] === label);
    for (const [label, money, , all, count] of rows) {
      check(`lines of ${label}`, own(idsOf(of(label))));
      if (typeof count === 'number') {
        const bought = new Set(purchases.map((row) => row['id']));
        const ids = own(idsOf(of(label).filter((row) => bought.has(row['sale'] ?? 0))));
        told(`buyers of ${label}`, ids);
        if (isBuyersSaid) check(`buyers, not of ${label}`, without(buyers, ids));
      }
      if (typeof all === 'number') {
        check(`others' lines of ${label}`, theirs(idsOf(of(label))));
        check("others' lines", theirs(idsOf(lines)));
        if (isFew(others)) found.push(`${label}: what ${others.size} others brought`);
      }
      if (key === 'category' && typeof money === 'number') {
        const shown = things.map(([name]) => name);
        const left = of(label).filter((row) => !shown.includes(row['name'] ?? null));
        check(`the rest of ${label}`, own(idsOf(left)));
      }
    }
    const shown = rows.map(([label]) => label);
    const rest = lines.filter((row) => !shown.includes(row[key] ?? null));
    if (rows.length > 0) check(`the rest by ${key}`, own(idsOf(rest)));
  }
  if (isSaid(/% of what all customers brought/)) check('what others brought', theirs(idsOf(sales)));
  if (isSaid(/\d+ purchases? (is|are) too few/)) check('how many purchases', buyers);
  const daysOf = (of: (row: Stored) => string) => (label: string) =>
    idsOf(purchases.filter((row) => of(row) === label));
  const called = (row: Stored, part: 'month' | 'weekday') =>
    new Date(String(row['sold_on'])).toLocaleDateString('en-GB', {
      [part]: 'long',
      timeZone: 'UTC',
    });
  for (const [name, part] of [
    ['Days of the week', 'weekday'],
    ['Months', 'month'],
  ] as const) {
    const of = daysOf((row) => called(row, part));
    const rows = rowsOf(name);
    const hidden = rows.filter(([, count]) => typeof count !== 'number');
    for (const [label, count] of rows)
      if (typeof count === 'number') check(String(label), own(of(String(label))));
    check(`${name}, the rest`, own(joined(hidden.map(([label]) => of(String(label))))));
  }
  const visits = Map.groupBy(purchases, (row) => Number(row['customer_id']));
  const again = own(
    new Set(
      [...visits].flatMap(([id, rows]) =>
        new Set(rows.map((row) => row['sold_on'])).size > 1 ? [id] : [],
      ),
    ),
  );
  if (isSaid(/to the next[^|]*; known of \d/)) {
    told('bought again', again);
    if (isBuyersSaid) check('bought once', without(buyers, again));
  }

  const complaints = storedRows(raw, 'complaints');
  const complained = own(idsOf(complaints));
  if (isSaid(/Have complained: \d/)) told('complained', complained);
  const causes = rowsOf('What they complain about');
  for (const [label, , count] of causes) {
    const ids = own(idsOf(complaints.filter((row) => row['cause'] === label)));
    check(`cause ${label}`, ids);
    if (typeof count === 'number') {
      told(`cause ${label}`, ids);
      check(`complained, not of ${label}`, without(complained, ids));
    }
  }
  const named = causes.map(([label]) => label);
  const restOf = (test: (row: Stored) => boolean) =>
    own(idsOf(complaints.filter((row) => !named.includes(row['cause'] ?? null) && test(row))));
  if (causes.length > 0)
    check(
      'causes that are not shown',
      restOf(() => true),
    );
  if (isSaid(/Of \d+ complaints? the cause is not noted/)) {
    check(
      'no cause noted',
      restOf((row) => row['cause'] === null),
    );
    check(
      'other causes',
      restOf((row) => row['cause'] !== null),
    );
  }
  const reviews = storedRows(raw, 'reviews');
  const starred = (test: (stars: number) => boolean) =>
    own(idsOf(reviews.filter((row) => test(Number(row['rating'])))));
  if (isSaid(/Reviews by \d/)) told('reviewed', own(idsOf(reviews)));
  const [good, bad] = [
    /Reviews by [^|]*4 or 5 stars( have|:) \d/,
    /Reviews by [^|]*1 or 2 stars( have|:) \d/,
  ].map((pattern) => isSaid(pattern)) as [boolean, boolean];
  if (good)
    check(
      'good reviews',
      starred((one) => one >= 4),
    );
  if (good)
    check(
      'reviews, not good',
      starred((one) => one < 4),
    );
  if (bad)
    check(
      'bad reviews',
      starred((one) => one <= 2),
    );
  if (bad)
    check(
      'reviews, not bad',
      starred((one) => one > 2),
    );
  if (good && bad)
    check(
      'middling reviews',
      starred((one) => one === 3),
    );
  const spoken = storedRows(raw, 'interactions').filter((row) => row['topic'] === 'suggestion');
  if (isSaid(/Suggestions written down: \d+, by \d/)) told('suggested', own(idsOf(spoken)));
  return found;
}
