import { describe, expect, it } from 'vitest';
import type { SampleFile } from '#electron/services/sample/generate/sample-file.ts';
import {
  generateSampleShop,
  type SampleFiles,
} from '#electron/services/sample/generate/sample-shop.ts';
import { inclusiveMonths, readDate } from '#shared/domain/calendar/dates.ts';
import type { Cell } from '#shared/domain/cell.ts';
import { readNumber } from '#shared/domain/text/numbers.ts';
import { readPhones } from '#shared/domain/text/phone.ts';

const today = '2026-05-12';
const seeds = [1, 2, 3, 7, 42];
const shop = generateSampleShop({ seed: 1, today, language: 'id' });

type Line = {
  receipt: string;
  date: string;
  phone: string | null;
  name: Cell;
  product: Cell;
  quantity: number;
  total: number;
};

function till(files: readonly SampleFile[]): SampleFile[] {
  return files.filter(({ kind }) => kind === 'workbook');
}

/** The till's lines as the importer's own readers see them. */
function tillLines(files: readonly SampleFile[]): Line[] {
  return till(files).flatMap((file) =>
    file.rows.slice(4).map((row) => {
      const [receipt, written, name, phone, product, quantity, price, total] = row;
      const date = readDate(written ?? null, { order: 'dmy' });
      const amount = amountOf(total ?? null);
      expect(amount).toBe(amountOf(price ?? null) * Number(quantity));
      return {
        receipt: String(receipt),
        date: date.ok ? (date.date ?? '') : '',
        phone: readPhones(phone ?? null, 'ID').phones[0] ?? null,
        name: name ?? null,
        product: product ?? null,
        quantity: Number(quantity),
        total: amount,
      };
    }),
  );
}

function amountOf(cell: Cell): number {
  const bare = typeof cell === 'string' ? cell.replace('Rp ', '') : cell;
  const reading = readNumber(bare, 'id');
  return reading.ok && reading.e4 !== null ? reading.e4 / 10_000 : Number.NaN;
}

function csv(files: readonly SampleFile[], name: string): Cell[][] {
  return files.find((file) => file.name === name)?.rows.slice(1) ?? [];
}

/** Revenue by phone number, highest first. */
function revenues({ files }: SampleFiles): number[] {
  const sums = new Map<string, number>();
  for (const { phone, total } of tillLines(files)) {
    if (phone !== null) sums.set(phone, (sums.get(phone) ?? 0) + total);
  }
  return [...sums.values()].sort((one, other) => other - one);
}

describe('the sample shop', () => {
  it('is the same for the same seed and day, to the last cell', () => {
    expect(generateSampleShop({ seed: 1, today, language: 'id' })).toEqual(shop);
  });

  it('is another shop for another seed', () => {
    const other = generateSampleShop({ seed: 2, today, language: 'id' });
    expect(other.files[0]?.rows).not.toEqual(shop.files[0]?.rows);
    expect(other.expectations).not.toEqual(shop.expectations);
  });

  it('moves with today: never a sale after it, always three years and the files of each year', () => {
    for (const day of ['2024-02-29', '2026-01-01', '2026-05-12', '2028-12-31']) {
      const { files } = generateSampleShop({ seed: 1, today: day, language: 'id' });
      const dates = tillLines(files).map(({ date }) => date);
      const last = dates.at(-1) ?? '';
      expect([...dates].sort()).toEqual(dates);
      expect(last <= day).toBe(true);
      expect(inclusiveMonths(dates[0] ?? '', day)).toBe(37);
      const years = [...new Set(dates.map((date) => date.slice(0, 4)))];
      expect(till(files).map(({ name }) => name)).toEqual(years.map((y) => `kasir-${y}.xlsx`));
    }
  });

  it('has title lines above the header, and forms of phone and amount that differ', () => {
    const [first] = till(shop.files);
    expect(first?.rows[0]).toHaveLength(1);
    expect(first?.rows[2]).toEqual([]);
    expect(first?.rows[3]?.slice(0, 5)).toEqual([
      'No. Nota',
      'Tgl',
      'Nama Pelanggan',
      'No HP',
      'Nama Barang',
    ]);
    const phones = first?.rows.slice(4).map((row) => row[3] ?? null) ?? [];
    expect(phones.some((cell) => typeof cell === 'number')).toBe(true);
    for (const form of [/^0\d+$/, /^\+62\d+$/, /^0\d+-\d+-\d+$/, /^62\d+$/, /^0\d+ \d+ \d+$/]) {
      expect(phones.some((cell) => typeof cell === 'string' && form.test(cell))).toBe(true);
    }
    const totals = first?.rows.slice(4).map((row) => row[7]) ?? [];
    expect(new Set(totals.map((cell) => typeof cell))).toEqual(new Set(['number', 'string']));
  });

  it('invents every number within its own blocks', () => {
    for (const { phone } of tillLines(shop.files)) {
      if (phone !== null) expect(phone).toMatch(/^\+62(8(12|57|13|78)5550\d{4}|274555\d{3})$/);
    }
  });
});

describe.each(seeds)('the sample shop of seed %i', (seed) => {
  const sample = generateSampleShop({ seed, today, language: 'id' });
  const { files, expectations } = sample;
  const lines = tillLines(files);
  const list = csv(files, 'pelanggan.csv');
  const orders = csv(files, 'marketplace.csv');

  it('has till files that come to the counts and sums expected', () => {
    const sold = lines.filter(({ quantity }) => quantity > 0);
    const returned = lines.filter(({ quantity }) => quantity < 0);
    const sum = (some: Line[]) => some.reduce((total, line) => total + line.total, 0) * 100;
    const receipts = (some: Line[]) => new Set(some.map(({ receipt }) => receipt)).size;
    const nameless = sold.filter(({ phone, name }) => phone === null && name === null);
    expect(expectations.till).toEqual({
      files: 4,
      lines: lines.length,
      sales: receipts(sold),
      salesWithoutCustomer: receipts(nameless),
      returns: receipts(returned),
      soldMinor: sum(sold),
      returnedMinor: -sum(returned),
    });
  });

  it('has a marketplace file that comes to the counts and sums expected', () => {
    const byStatus = (status: string) => orders.filter((row) => row[2] === status);
    const count = (rows: Cell[][]) => new Set(rows.map(([id]) => id)).size;
    const total = (rows: Cell[][]) => rows.reduce((sum, row) => sum + Number(row[9]) * 100, 0);
    const [done, off, back] = ['Selesai', 'Batal', 'Retur'].map(byStatus);
    expect(expectations.marketplace).toEqual({
      lines: orders.length,
      orders: {
        completed: count(done ?? []),
        cancelled: count(off ?? []),
        returned: count(back ?? []),
      },
      maskedOrders: count(orders.filter((row) => String(row[4]).startsWith('*'))),
      totalMinor: {
        completed: total(done ?? []),
        cancelled: total(off ?? []),
        returned: total(back ?? []),
      },
    });
    expect(orders.some((row) => /^\S\*{4}\S$/.test(String(row[3])))).toBe(true);
  });

  it('has as many customers as its readable numbers and unreadable rows', () => {
    const listed = list.map((row) => readPhones(row[2] ?? null, 'ID'));
    const damaged = listed.filter(({ problem }) => problem === 'damaged');
    const inList = new Set(listed.flatMap(({ phones }) => phones));
    const open = orders.flatMap((row) => readPhones(row[4] ?? null, 'ID').phones);
    const atTill = new Set(lines.flatMap(({ phone }) => (phone === null ? [] : [phone])));
    const all = new Set([...inList, ...open, ...atTill]);
    const { customers } = expectations;
    expect(damaged).toHaveLength(customers.damagedPhones);
    expect(customers.afterPhoneMatching).toBe(all.size + damaged.length);
    expect(customers.listRows).toBe(list.length);
    expect([...inList].filter((phone) => atTill.has(phone))).toHaveLength(
      customers.inListAndTill - customers.damagedPhones,
    );
    expect(listed.flatMap(({ phones }) => phones)).toHaveLength(
      inList.size + customers.repeatedRows,
    );
  });

  it('sells Elok a purchase of Rp 275.000 twice a month for 36 inclusive months', () => {
    const elok = lines.filter(({ phone }) => phone === expectations.elok.phone);
    expect(expectations.elok).toMatchObject({ purchases: 72, revenueMinor: 1_980_000_000 });
    expect(elok).toHaveLength(72);
    expect(elok.every(({ total }) => total === 275_000)).toBe(true);
    expect(inclusiveMonths(elok[0]?.date ?? '', elok.at(-1)?.date ?? '')).toBe(36);
  });

  it('has notebooks of contacts and complaints that come to the counts expected', () => {
    const contacts = csv(files, 'kontak.csv').slice(2);
    const complaints = csv(files, 'keluhan.csv').slice(2);
    const { notebooks } = expectations;
    expect(contacts).toHaveLength(notebooks.contacts);
    expect(contacts.filter((row) => row[9] !== '')).toHaveLength(notebooks.contactAgain);
    expect(complaints).toHaveLength(notebooks.complaints);
    expect(complaints.filter((row) => row[8] === '')).toHaveLength(notebooks.unanswered);
    const open = complaints.filter((row) => row[8] !== '' && row[11] === '');
    expect(open).toHaveLength(notebooks.unsolved);
    expect(complaints.filter((row) => row[9] === 'kemasan bocor')).toHaveLength(notebooks.leaks);
    const known = new Set(lines.flatMap(({ phone }) => (phone === null ? [] : [phone])));
    for (const row of [...contacts.map((one) => one[3]), ...complaints.map((one) => one[2])])
      expect(known).toContain(readPhones(row ?? null, 'ID').phones[0]);
  });

  it('is of a believable size and skew', () => {
    const { customers, till: counts, marketplace } = expectations;
    const all = counts.lines + marketplace.lines;
    expect(all).toBeGreaterThan(12_000);
    expect(all).toBeLessThan(20_000);
    expect(customers.people).toBe(400);
    expect(customers.businesses / customers.people).toBeGreaterThan(0.1);
    expect(customers.businesses / customers.people).toBeLessThan(0.2);
    expect(counts.returns / counts.sales).toBeGreaterThan(0.008);
    expect(counts.returns / counts.sales).toBeLessThan(0.025);
    const sums = revenues(sample);
    const best = sums.slice(0, Math.ceil(sums.length / 20));
    const total = (list: number[]) => list.reduce((sum, one) => sum + one, 0);
    expect(total(best) / total(sums)).toBeGreaterThan(0.3);
    expect(total(best) / total(sums)).toBeLessThan(0.52);
  });

  it('has one-time buyers, regulars who fell silent, and people who never bought', () => {
    const days = new Map<string, Set<string>>();
    for (const { phone, date, quantity } of lines) {
      if (phone === null || quantity < 0) continue;
      days.set(phone, (days.get(phone) ?? new Set()).add(date));
    }
    const all = [...days.values()].map((set) => [...set].sort());
    const once = all.filter((dates) => dates.length === 1);
    const silent = all.filter((dates) => {
      const last = dates.at(-1) ?? '';
      return dates.length >= 10 && last < '2026-03-20' && last > '2025-09-01';
    });
    expect(once.length / all.length).toBeGreaterThan(0.15);
    expect(silent.length).toBeGreaterThan(12);
    expect(expectations.customers.prospects).toBeGreaterThan(20);
  });

  it('is busy before Lebaran, closed on it, and grows', () => {
    const on = (from: string, to: string) =>
      new Set(lines.filter(({ date }) => date >= from && date <= to).map((line) => line.receipt))
        .size;
    expect(on('2026-03-21', '2026-03-23')).toBe(0);
    expect(on('2026-03-11', '2026-03-20')).toBeGreaterThan(1.3 * on('2026-02-19', '2026-02-28'));
    expect(on('2025-06-01', '2025-12-31')).toBeGreaterThan(on('2023-06-01', '2023-12-31'));
  });
});
