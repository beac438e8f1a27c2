import { isoFromDay } from '#shared/domain/calendar/dates.ts';
import { familyNames, towns, womensNames } from './names.ts';
import { maskedName, maskedPhone, mobileNumber } from './phones.ts';
import { createRandom, type Random } from './random.ts';
import type { MarketplaceOrder } from './sales.ts';
import type { SampleFile } from './sample-file.ts';

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

const returnReasons = ['Barang rusak', 'Salah varian', 'Kemasan bocor'];

/** The marketplace's order export: commas, ISO dates, plain numbers, later buyers hidden. */
export function marketplaceFile(seed: number, orders: readonly MarketplaceOrder[]): SampleFile {
  const random = createRandom(seed, 'marketplace file');
  const rows = orders.flatMap((order) => orderRows(order, random));
  return { kind: 'csv', name: 'marketplace.csv', separator: ',', rows: [header, ...rows] };
}

function orderRows(order: MarketplaceOrder, random: Random): string[][] {
  const stranger = `${random.pick(womensNames)} ${random.pick(familyNames)}`;
  const name = order.person?.name ?? stranger;
  const phone = order.person?.phone ?? mobileNumber(10_000 + random.integer(0, 9_000));
  const city = order.person?.city ?? random.weighted([...towns, ['Jakarta Selatan', 40] as const]);
  const note = order.status === 'Retur' ? random.pick(returnReasons) : '';
  const shownName = order.isMasked ? maskedName(name) : name;
  const shownPhone = order.isMasked ? maskedPhone(phone) : phone.e164.slice(1);
  return order.lines.map(({ product, quantity, price }) => [
    order.orderId,
    `${isoFromDay(order.day)} ${clock(order.minuteOfDay)}`,
    order.status,
    shownName,
    shownPhone,
    product.name,
    product.code,
    String(quantity),
    String(price),
    String(price * quantity),
    city,
    note,
  ]);
}

function clock(minuteOfDay: number): string {
  const hour = String(Math.floor(minuteOfDay / 60)).padStart(2, '0');
  return `${hour}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}
