import { beforeEach, describe, expect, test } from 'vitest';
import { backFinding } from '#renderer/features/complaints/report/back-card.tsx';
import { defectsFinding } from '#renderer/features/complaints/report/defects-card.tsx';
import { paretoFinding } from '#renderer/features/complaints/report/pareto-card.tsx';
import { firstFinding } from '#renderer/features/complaints/report/part-card.tsx';
import { speedFinding } from '#renderer/features/complaints/report/speed-card.tsx';
import { addAction, addComplaint } from '#tests/support/reminder-rows.ts';
import { wordsOf } from '#tests/support/render-in-shop.tsx';
import { addLine, addSale, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

let shop: DirectShop;

/** Sells the grinder one by one; its id is 1. */
function sell(count: number): void {
  for (let index = 0; index < count; index += 1) {
    const sale = addSale(shop.raw, { customerId: null, soldOn: '2026-06-02', revenueMinor: 100 });
    addLine(shop.raw, sale, 'Gilingan', 100);
  }
}

interface Facts {
  readonly cause?: string;
  readonly isFirst?: boolean;
}

/** A complaint about the grinder that was answered and solved on its day. */
function complain({ cause = 'Segel', isFirst = false }: Facts = {}): number {
  return addComplaint(shop.raw, null, {
    ...{ received_at: '2026-06-05T03:00:00.000Z', has_time: 1, product_id: 1 },
    ...{ answered_at: '2026-06-05T04:00:00.000Z', resolved_at: '2026-06-05T05:00:00.000Z' },
    ...{ state: 'improved', cause, cause_key: cause.toLowerCase() },
    is_first_contact: isFirst ? 1 : 0,
  });
}

async function said() {
  const report = await shop.ask('complaints.report', { from: '2026-06-01', to: today });
  const { t, format } = await wordsOf({ language: 'id', today });
  return {
    defects: defectsFinding(t, format, report.defects),
    cause: paretoFinding(t, format, 'cause', report.byCause),
    first: firstFinding(t, format, report.firstContact),
    back: backFinding(t, format, report.cameBack),
    speed: speedFinding(t, report),
  };
}

beforeEach(async () => {
  shop = await directShop();
});

describe('the findings of a few complaints', () => {
  test('are counts: of one sold and complained about no rate per 100 is said', async () => {
    sell(1);
    complain({ isFirst: true });
    complain();
    const third = complain({ cause: 'Ongkir' });
    const done = { done_on: '2026-06-08', checked_on: '2026-06-10', verdict: 'came-back' };
    addAction(shop.raw, third, { due_on: '2026-06-08', ...done });
    expect(await said()).toEqual({
      defects: 'Gilingan: 3 keluhan dari 1 terjual, terlalu sedikit untuk dibandingkan',
      cause: 'Terbanyak Segel: 2 dari 3 keluhan',
      first: '1 dari 3 yang selesai beres pada kontak pertama',
      back: '1 dari 1 yang sudah diketahui terulang',
      speed: 'Baru 3 keluhan dengan jam yang diketahui: 3 dijawab, 3 selesai',
    });
  });

  test('say nothing of what nobody waited for, and count only what was looked at', async () => {
    sell(1);
    const acted = (more: object) => {
      const day = { due_on: '2026-06-08', done_on: '2026-06-08', check_on: '2026-06-12' };
      addAction(shop.raw, complain(), { ...day, ...more });
    };
    acted({});
    acted({ checked_on: '2026-06-11', verdict: 'held' });
    expect((await said()).back).toBe(
      'Belum diketahui: belum ada yang ditunggu sampai hari pemeriksaannya',
    );
    acted({ checked_on: '2026-06-12', verdict: 'held' });
    acted({ checked_on: '2026-06-13', verdict: 'held' });
    expect((await said()).back).toBe(
      'Tidak: 2 keluhan yang diperiksa sesudah perbaikan tidak terulang',
    );
  });

  test('are shares and rates from five complaints and twenty sold on', async () => {
    sell(20);
    for (const isFirst of [true, true, false]) complain({ isFirst });
    for (const cause of ['Ongkir', 'Rasa']) complain({ cause });
    const found = await said();
    expect(found).toMatchObject({
      defects: 'Tidak ada bulan yang di luar batas; yang terbanyak Gilingan, 25 per 100 terjual',
      cause: 'Segel menyebabkan 60\u00a0% keluhan',
      first: '40\u00a0% beres pada kontak pertama: 2 dari 5 yang selesai',
    });
    expect(found.speed).toMatch(/^Separuh dijawab dalam/);
  });

  test('of a product that was not sold here in these months its months are said', async () => {
    sell(1);
    shop.raw.exec("UPDATE sales SET sold_on = '2024-06-01'");
    complain();
    expect((await said()).defects).toBe(
      'Gilingan dikeluhkan, tetapi penjualannya dari Juli 2025 sampai Juni 2026 tidak ada di sini',
    );
  });
});
