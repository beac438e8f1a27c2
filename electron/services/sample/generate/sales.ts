import { basketOf, parcelOf, type SampleLine } from './baskets.ts';
import { type Day, firstDayOf, isClosed } from './calendar.ts';
import type { SamplePerson } from './people.ts';
import { createRandom, type Random } from './random.ts';
import { shortYear, visitsOf, walkInsOn } from './visits.ts';

/** A receipt of the till; a return is a receipt of its own with negative quantities. */
export type TillSale = {
  day: Day;
  person: SamplePerson | null;
  lines: SampleLine[];
  payment: string;
  receipt: string;
  /** The receipt whose goods came back. */
  returns: string | null;
};

export type OrderStatus = 'Selesai' | 'Batal' | 'Retur';

/** A marketplace order; `person` is null for a buyer the shop does not know. */
export type MarketplaceOrder = {
  day: Day;
  person: SamplePerson | null;
  lines: SampleLine[];
  status: OrderStatus;
  orderId: string;
  minuteOfDay: number;
  /** The marketplace hides name and number. */
  isMasked: boolean;
};

export type SampleSales = { till: TillSale[]; orders: MarketplaceOrder[] };

/** The marketplace began to hide its buyers this many days before today. */
const maskedSinceDays = 420;
const returnShare = 0.03;
const returnableKinds = new Set(['bean', 'kilo', 'tool', 'hamper']);

type Draft = { day: Day; person: SamplePerson | null; isForFeast: boolean };

/** Three years of sales over till and marketplace, in the order in which they happened. */
export function createSales(
  seed: number,
  today: Day,
  people: readonly SamplePerson[],
): SampleSales {
  const first = firstDayOf(today);
  const choose = createRandom(seed, 'channel');
  const tillDrafts: Draft[] = [];
  const orderDrafts: Draft[] = [];
  for (const person of people) {
    const random = createRandom(seed, `visits of ${person.id}`);
    for (const visit of visitsOf(person, today, random)) {
      const isOnline = person.buysOnline && choose.chance(0.7);
      (isOnline ? orderDrafts : tillDrafts).push({ ...visit, person });
    }
  }
  const strangers = createRandom(seed, 'strangers');
  for (let day = first; day <= today; day += 1) {
    const count = walkInsOn(day, first, strangers);
    const walkIn = { day, person: null, isForFeast: false };
    for (let index = 0; index < count; index += 1) tillDrafts.push(walkIn);
    const isMasked = day > today - maskedSinceDays;
    if (isMasked && strangers.chance(0.3)) orderDrafts.push(walkIn);
  }
  return {
    till: createTill(tillDrafts, first, today, createRandom(seed, 'till')),
    orders: createOrders(orderDrafts, first, today, createRandom(seed, 'orders')),
  };
}

function byDay(drafts: readonly Draft[], random: Random): Draft[] {
  return drafts
    .map((draft) => ({ draft, place: draft.day + random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ draft }) => draft);
}

function createTill(drafts: readonly Draft[], first: Day, today: Day, random: Random): TillSale[] {
  const sold: TillSale[] = [];
  const pairs: { back: TillSale; sale: TillSale }[] = [];
  for (const { day, person, isForFeast } of byDay(drafts, random)) {
    const lines = basketOf(person, isForFeast, yearsSince(first, day), random);
    const paid = payment(person, random);
    const sale = { day, person, lines, payment: paid, receipt: '', returns: null };
    sold.push(sale);
    const back = returnOf(sale, today, random);
    if (back !== null) pairs.push({ back, sale });
  }
  numberReceipts(sold, 'K', 6);
  pairs.sort((one, other) => one.back.day - other.back.day);
  const returned = pairs.map(({ back, sale }) => ({ ...back, returns: sale.receipt }));
  numberReceipts(returned, 'R', 4);
  return [...sold, ...returned].sort((one, other) => one.day - other.day);
}

function returnOf(sale: TillSale, today: Day, random: Random): TillSale | null {
  const line = sale.lines.find(({ product }) => returnableKinds.has(product.kind));
  if (line === undefined || !random.chance(returnShare)) return null;
  let day = sale.day + random.integer(1, 9);
  while (isClosed(day)) day += 1;
  if (day > today || sale.person?.id === 0) return null;
  const lines = [{ ...line, quantity: -Math.min(line.quantity, random.integer(1, 2)) }];
  return { ...sale, day, lines };
}

function payment(person: SamplePerson | null, random: Random): string {
  if (person?.kind === 'business') return random.pick(['Transfer', 'Transfer', 'Tunai']);
  return random.weighted([
    ['Tunai', 45],
    ['QRIS', 45],
    ['Transfer', 10],
  ]);
}

/** Numbers receipts as the till does: from one in every year. */
function numberReceipts(sales: TillSale[], letter: string, digits: number): void {
  const last = new Map<string, number>();
  for (const sale of sales) {
    const year = shortYear(sale.day);
    const next = (last.get(year) ?? 0) + 1;
    last.set(year, next);
    sale.receipt = `${letter}${year}-${String(next).padStart(digits, '0')}`;
  }
}

function createOrders(
  drafts: readonly Draft[],
  first: Day,
  today: Day,
  random: Random,
): MarketplaceOrder[] {
  return byDay(drafts, random).map(({ day, person, isForFeast }, index) => ({
    day,
    person,
    lines: parcelOf(person, isForFeast, yearsSince(first, day), random),
    status: random.weighted<OrderStatus>([
      ['Selesai', 91],
      ['Batal', 6],
      ['Retur', 3],
    ]),
    orderId: `MP${shortYear(day)}${String(100_000 + index * 37 + random.integer(0, 36))}`,
    minuteOfDay: random.integer(7 * 60, 22 * 60),
    isMasked: day > today - maskedSinceDays,
  }));
}

function yearsSince(first: Day, day: Day): number {
  return Math.floor((day - first) / 365.25);
}
