import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paperRows } from '#tests/support/read-paper.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

// Passing files of other tests are none of this one's.
beforeEach(() => {
  const folder = tempFolder();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
});
afterEach(() => void vi.unstubAllEnvs());

async function shop(): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (let index = 1; index <= 6; index += 1) addCustomer(raw, { name: `Orang ${index}` });
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  return made;
}

function textOf(path: string): string {
  return paperRows(readFileSync(path)).flat(2).join(' ');
}

it('a hand-over sheet is shown by the program for PDFs', async () => {
  const made = await shop();
  const span = { from: '2026-06-15', to: '2026-06-28' };
  const printed = await made.ask('handover.print', { ...span, name: 'Sheet' });
  expect(made.machine.opened).toEqual([printed?.path]);
  expect(printed?.path).toMatch(/Sheet\.pdf$/);
  expect(textOf(printed?.path ?? '')).toContain('No claim is waiting');
});

it('a buyer picture is shown by the program for PDFs, with nobody’s name', async () => {
  const made = await shop();
  const parts = [{ field: 'kind' as const, values: ['person'] }];
  const { id } = await made.ask('segments.create', { name: 'Everybody', definition: { parts } });
  const printed = await made.ask('segments.printPicture', { id, name: 'Picture' });
  expect(made.machine.opened).toEqual([printed?.path]);
  expect(textOf(printed?.path ?? '')).toContain('6 customers');
  expect(textOf(printed?.path ?? '')).not.toContain('Orang');
});
