import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportFormats } from '#shared/contract/insights/report.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { directShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { forgetReports } from '#tests/support/worth/forget-reports.ts';

async function shopOfMany() {
  const shop = await directShop();
  shop.raw.transaction(() => {
    for (let index = 0; index < 60; index += 1) {
      const customerId = addCustomer(shop.raw, { name: `C${index}` });
      for (let bought = 0; bought <= index % 5; bought += 1) {
        const soldOn = addDays(today, -(index * 9) - bought * 40);
        addSale(shop.raw, { customerId, soldOn, revenueMinor: 1_000_000 * (index + 1) });
      }
    }
    finishShop(shop.raw);
  })();
  return shop;
}

/** Keeps a report and calls it off at one of the times that it says how far it is; how often it said so. */
async function stoppedAt(step: number, format: (typeof reportFormats)[number], path: string) {
  const shop = await shopOfMany();
  const stop = new AbortController();
  let said = 0;
  shop.prepared = { path };
  shop.signal = stop.signal;
  shop.progress = () => {
    if (said === step) stop.abort();
    said += 1;
  };
  forgetReports(shop.raw);
  const kept = shop.ask('insights.keepWorth', { on: null, format });
  return kept.then(
    () => ({ said, code: null }),
    (error: { readonly error?: { readonly code: string } }) => ({ said, code: error.error?.code }),
  );
}

it.each(reportFormats)(
  'called off at any time it leaves nothing behind, and what was there before: %s',
  async (format) => {
    const folder = tempFolder();
    const path = join(folder, `report.${format}`);
    const whole = await stoppedAt(-1, format, path);
    expect(whole.code).toBeNull();
    expect(whole.said).toBeGreaterThanOrEqual(3);
    for (let step = 0; step < whole.said; step += 1) {
      writeFileSync(path, 'mine');
      expect(await stoppedAt(step, format, path)).toMatchObject({ code: 'CANCELLED' });
      expect(readFileSync(path, 'utf8')).toBe('mine');
      expect(readdirSync(folder)).toEqual([`report.${format}`]);
    }
  },
);
