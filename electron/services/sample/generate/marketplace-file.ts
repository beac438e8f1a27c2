import { isoFromDay } from '#shared/domain/calendar/dates.ts';
import { maskedName, maskedPhone } from './phones.ts';
import { createRandom, type Random } from './random.ts';
import type { MarketplaceOrder } from './sales.ts';
import type { SampleFile, Writing } from './sample-file.ts';

const header = [
  'Order ID',
  'Order Date',
  'Order Status',
  'Buyer Name',
  'Phone',
  'Product Name',
  'SKU',
  'Quantity',
  'Unit Price',
  'Total',
  'City',
  'Note',
];

/** The marketplace's order export: commas, ISO dates, plain numbers, later buyers hidden. */
export function marketplaceFile(
  seed: number,
  orders: readonly MarketplaceOrder[],
  writing: Writing,
): SampleFile {
  const random = createRandom(seed, 'marketplace file');
  const rows = orders.flatMap((order) => orderRows(order, writing, random));
  return { kind: 'csv', name: 'marketplace.csv', separator: ',', rows: [header, ...rows] };
}

function orderRows(
  order: MarketplaceOrder,
  { place, isAbroad }: Writing,
  random: Random,
): string[][] {
  const { womensNames, familyNames, towns, farTown } = place.people;
  const { market } = place.files;
  const stranger = `${random.pick(womensNames)} ${random.pick(familyNames)}`;
  const name = order.person?.name ?? stranger;
  const phone = order.person?.phone ?? place.phones.mobile(10_000 + random.integer(0, 9_000));
  const city = order.person?.city ?? random.weighted([...towns, [farTown, 40] as const]);
  const note = order.status === 'returned' ? random.pick(market.returnReasons) : '';
  const shownName = order.isMasked ? maskedName(name) : name;
  const shownPhone = order.isMasked ? maskedPhone(phone) : phone.e164.slice(isAbroad ? 0 : 1);
  return order.lines.map(({ product, quantity, price }) => [
    order.orderId,
    `${isoFromDay(order.day)} ${clock(order.minuteOfDay)}`,
    market[order.status],
    shownName,
    shownPhone,
    product.name,
    product.code,
    String(quantity),
    String(price / 100),
    String((price * quantity) / 100),
    city,
    note,
  ]);
}

function clock(minuteOfDay: number): string {
  const hour = String(Math.floor(minuteOfDay / 60)).padStart(2, '0');
  return `${hour}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}
