import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SaleId } from '#shared/ids.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { addLine, addSale } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

// Passing files of other tests are none of this one's.
beforeEach(() => {
  const folder = tempFolder();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
});
afterEach(() => void vi.unstubAllEnvs());

const first = 1 as SaleId;
const receipt = { id: first, form: 'receipt', name: 'Struk INV/06/1' } as const;

function oneSale(): Promise<TempShop> {
  return tempShop((raw) => {
    const sale = { customerId: null, soldOn: '2026-06-10', revenueMinor: 500_000 };
    addLine(raw, addSale(raw, sale), 'Teh Melati', 500_000);
  });
}

it('is saved where the owner says, and nowhere where the dialog is closed', async () => {
  const shop = await oneSale();
  const suggested: string[] = [];
  const { dialogs } = shop.machine.platform;
  const { saveTable } = dialogs;
  dialogs.saveTable = (name, format) => {
    suggested.push(`${name} ${format}`);
    return saveTable(name, format);
  };
  const path = join(tempFolder(), 'a.pdf');
  shop.machine.picks.push([path], null);
  expect(await shop.ask('sales.savePdf', receipt)).toEqual({ path, isWhole: true });
  expect(paperRows(readFileSync(path)).flat()).toContainEqual(['Teh Melati']);
  expect(await shop.ask('sales.savePdf', receipt)).toBeNull();
  expect(suggested).toEqual(['Struk INV-06-1.pdf pdf', 'Struk INV-06-1.pdf pdf']);
});

it('says that the place does not take it, and that there is no such sale', async () => {
  const shop = await oneSale();
  shop.machine.picks.push([join(tempFolder(), 'gone', 'a.pdf')]);
  expect(await shop.fail('sales.savePdf', receipt)).toMatchObject({
    ...{ code: 'BAD_FILE', reason: 'unwritable' },
  });
  expect(await shop.fail('sales.print', { ...receipt, id: 99 })).toEqual({
    ...{ code: 'NOT_FOUND', entity: 'sale' },
  });
  expect(shop.machine.opened).toEqual([]);
});

it('is printed by the program that shows PDFs, from a file that passes', async () => {
  const shop = await oneSale();
  const paths: string[] = [];
  for (let time = 0; time < 6; time += 1) {
    const made = await shop.ask('sales.print', receipt);
    paths.push(made?.path ?? '');
  }
  expect(shop.machine.opened).toEqual(paths);
  expect(paths.map((path) => basename(path))).toEqual(paths.map(() => 'Struk INV-06-1.pdf'));
  expect(existsSync(paths.at(-1) ?? '')).toBe(true);
  expect(existsSync(paths[0] ?? '')).toBe(false);
  shop.machine.platform.openFolder = async () => false;
  expect(await shop.fail('sales.print', receipt)).toEqual({
    ...{ code: 'CONFLICT', reason: 'pdf-no-program' },
  });
});
