import { basketOf, parcelOf, type SampleLine } from './baskets.ts';
import { type Day, firstDayOf, isClosed } from './calendar.ts';
import type { SamplePerson } from './people.ts';
import type { SamplePlace } from './place/place.ts';
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

export type OrderStatus = 'completed' | 'cancelled' | 'returned';

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

interface Span {
  readonly first: Day;
  readonly today: Day;
  readonly place: SamplePlace;
}

type Draft = { day: Day; person: SamplePerson | null; isForFeast: boolean };

/** Three years of sales over till and marketplace, in the order in which they happened. */
export function createSales(
  seed: number,
  today: Day,
  people: readonly SamplePerson[],
  place: SamplePlace,
): SampleSales {
  const first = firstDayOf(today);
  const { calendar } = place;
  const choose = createRandom(seed, 'channel');
  const tillDrafts: Draft[] = [];
  const orderDrafts: Draft[] = [];
  for (const person of people) {
    const random = createRandom(seed, `visits of ${person.id}`);
    for (const visit of visitsOf(person, today, calendar, random)) {
      const isOnline = person.buysOnline && choose.chance(0.7);
      (isOnline ? orderDrafts : tillDrafts).push({ ...visit, person });
    }
  }
  const strangers = createRandom(seed, 'strangers');
  for (let day = first; day <= today; day += 1) {
    const count = walkInsOn(day, first, calendar, strangers);
    const walkIn = { day, person: null, isForFeast: false };
    for (let index = 0; index < count; index += 1) tillDrafts.push(walkIn);
    const isMasked = day > today - maskedSinceDays;
    if (isMasked && strangers.chance(0.3)) orderDrafts.push(walkIn);
  }
  return {
    till: createTill(tillDrafts, { first, today, place }, createRandom(seed, 'till')),
    orders: createOrders(orderDrafts, { first, today, place }, createRandom(seed, 'orders')),
  };
}

function byDay(drafts: readonly Draft[], random: Random): Draft[] {
  return drafts
    .map((draft) => ({ draft, place: draft.day + random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ draft }) => draft);
}

function createTill(drafts: readonly Draft[], span: Span, random: Random): TillSale[] {
  const { first, place } = span;
  const sold: TillSale[] = [];
  const pairs: { back: TillSale; sale: TillSale }[] = [];
  for (const { day, person, isForFeast } of byDay(drafts, random)) {
    const lines = basketOf({ person, isForFeast, year: yearsSince(first, day) }, place, random);
    const paid = payment(person, place.files.till, random);
    const sale = { day, person, lines, payment: paid, receipt: '', returns: null };
    sold.push(sale);
    const back = returnOf(sale, span, random);
    if (back !== null) pairs.push({ back, sale });
  }
  numberReceipts(sold, 'K', 6);
  pairs.sort((one, other) => one.back.day - other.back.day);
  const returned = pairs.map(({ back, sale }) => ({ ...back, returns: sale.receipt }));
  numberReceipts(returned, 'R', 4);
  return [...sold, ...returned].sort((one, other) => one.day - other.day);
}

function returnOf(sale: TillSale, { today, place }: Span, random: Random): TillSale | null {
  const line = sale.lines.find(({ product }) => returnableKinds.has(product.kind));
  if (line === undefined || !random.chance(returnShare)) return null;
  let day = sale.day + random.integer(1, 9);
  while (isClosed(day, place.calendar)) day += 1;
  if (day > today || sale.person?.id === 0) return null;
  const lines = [{ ...line, quantity: -Math.min(line.quantity, random.integer(1, 2)) }];
  return { ...sale, day, lines };
}

function payment(
  person: SamplePerson | null,
  { cash, transfer, wallet }: SamplePlace['files']['till'],
  random: Random,
): string {
  if (person?.kind === 'business') return random.pick([transfer, transfer, cash]);
  return random.weighted([
    [cash, 45],
    [wallet, 45],
    [transfer, 10],
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
  { first, today, place }: Span,
  random: Random,
): MarketplaceOrder[] {
  return byDay(drafts, random).map(({ day, person, isForFeast }, index) => ({
    day,
    person,
    lines: parcelOf({ person, isForFeast, year: yearsSince(first, day) }, place, random),
    status: random.weighted<OrderStatus>([
      ['completed', 91],
      ['cancelled', 6],
      ['returned', 3],
    ]),
    orderId: `MP${shortYear(day)}${String(100_000 + index * 37 + random.integer(0, 36))}`,
    minuteOfDay: random.integer(7 * 60, 22 * 60),
    isMasked: day > today - maskedSinceDays,
  }));
}

function yearsSince(first: Day, day: Day): number {
  return Math.floor((day - first) / 365.25);
}
