import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { openHeadlessDoor } from '#tests/support/app/headless-door.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const request = {
  period: { from: '2026-03-01', to: '2026-03-31' },
  files: { excel: true, csv: true, pdf: true, journal: true },
  templates: ['xero-invoice', 'general-journal', 'customers'],
};

/** The clock of a laptop in a zone, so many days ahead, for the app and for its task process. */
function clockOf(zone: string, daysAhead: number): Record<string, string> {
  const ms = daysAhead * 86_400_000;
  const code = `const real=Date;globalThis.Date=class extends real{constructor(...a){if(a.length)super(...a);else super(real.now()+${ms})}static now(){return real.now()+${ms}}}`;
  return { TZ: zone, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

/** Opens the app, enters what is given, makes a pack and closes it again. */
async function packOf(data: string, clock: Record<string, string>, prices: readonly number[]) {
  const door = openHeadlessDoor(data, clock);
  try {
    for (const [index, price] of prices.entries()) {
      const line = { productId: null, name: 'Kopi', quantityE4: 15_000, unitPriceE4: price };
      const facts = { number: null, soldOn: `2026-03-0${index + 1}`, customerId: null };
      const sold = await door.ask('sales.create', {
        facts: { ...facts, lines: [line], isOnAccount: index === 1, dueOn: '2026-03-20' },
        newCustomer: { name: `Ratna ${index}`, phone: '' },
      });
      expect(sold).toMatchObject({ ok: true });
    }
    const made = await door.ask('accountant.makePack', request, [tempFolder()]);
    if (made?.ok !== true || made.value === null) throw new Error(JSON.stringify(made));
    const { settings, today } = await settingsOf(door);
    return { ...made.value, zone: settings.timeZone, today };
  } finally {
    await door.close();
  }
}

async function settingsOf(door: ReturnType<typeof openHeadlessDoor>) {
  const got = await door.ask('settings.get', {});
  if (got?.ok !== true) throw new Error(JSON.stringify(got));
  return got.value;
}

test('a pack is the same bytes after the app was closed, in another zone and on another day', async () => {
  const data = tempFolder();
  const first = await packOf(data, clockOf('Asia/Jakarta', 0), [123_450_000, 77_770_000]);
  const second = await packOf(data, clockOf('America/Los_Angeles', 40), []);
  expect(second.today).not.toBe(first.today);
  expect([second.hash, second.files, basename(second.path)]).toEqual([
    first.hash,
    first.files,
    basename(first.path),
  ]);
  // A sale more is another pack: the hash is of what is in it.
  const third = await packOf(data, clockOf('Asia/Jakarta', 41), [9_990_000]);
  expect(third.hash).not.toBe(first.hash);
});
