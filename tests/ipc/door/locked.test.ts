import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { type Connection, openConnection } from '#db/file/client.ts';
import { type ChannelName, contract, type Input } from '#shared/contract/index.ts';
import type { AppError } from '#shared/errors.ts';
import { spoiled } from '#tests/support/fuzz/spoiled-input.ts';
import { type Known, validInput } from '#tests/support/fuzz/valid-input.ts';
import { finishShop } from '#tests/support/shop/build-shop.ts';
import { changes } from '#tests/support/shop/every-command.ts';
import { fillWithRows } from '#tests/support/shop/journalled-rows.ts';
import { lockPeriod, periodRows } from '#tests/support/shop/locked-shop.ts';
import { startShop, type TempShop, testMachine } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const payloads = process.env['LANGGAN_FULL'] === '1' ? 200 : 10;
/** Today is the day after it; the rows of the shop and the days that are drawn lie in it. */
const period = { from: '2026-05-01', to: '2026-06-14' };

/** What unlocks it, and what changes which shop is open. */
const setApart: ReadonlySet<string> = new Set([
  'accountant.unlock',
  'sample.open',
  'sample.leave',
  'settings.moveDataFolder',
  'imports.useSampleFiles',
]);
const writing = (Object.keys(contract) as ChannelName[]).filter(
  (name) => ['command', 'task'].includes(contract[name].kind) && !setApart.has(name),
);

const sold = (day: string, number: number) =>
  `No Nota;Tanggal;Nama;No HP;Barang;Jumlah;Harga\n${number};${day};Ani;081234567890;Kopi;2;10.000\n`;

interface Shop {
  readonly shop: TempShop;
  readonly connection: Connection;
  readonly known: Known;
}

/** Names a field by what it is called: any id is one of the first rows, any day one of the period. */
function knownBy(rows: Known): Known {
  const ids = [1, 2, 3];
  const days = ['2026-05-31', '2026-06-01', '2026-06-05'];
  return new Proxy(rows, {
    get: (named, name: string) => {
      if (name in named) return named[name];
      if (/^ids$/.test(name)) return [ids];
      if (/^id$|Id$/.test(name)) return ids;
      return /On$|^from$|^to$|^on$/.test(name) ? days : undefined;
    },
  });
}

async function draftOf(shop: TempShop, folder: string, text: string): Promise<string> {
  const file = join(folder, 'sales.csv');
  writeFileSync(file, text);
  shop.machine.picks.push([file]);
  const draft = await shop.ask('imports.choose', {});
  if (draft === null) throw new Error('no file was chosen');
  await shop.ask('imports.inspect', { draftId: draft.draftId });
  return draft.draftId;
}

/** A row of everything in the period, an import and changes that reach into it, and more to bring in. */
async function shopOfPeriod(): Promise<Shop> {
  const folder = tempFolder();
  const machine = testMachine();
  const first = await startShop(join(folder, 'data'), machine);
  await first.app.close();
  const connection = openConnection(first.database);
  onTestFinished(() => connection.close());
  const { raw } = connection;
  raw.exec('BEGIN');
  fillWithRows(raw);
  raw.exec(`UPDATE compensations SET kind = 'voucher', given_on = '2026-06-05', complaint_id = 2;
    UPDATE complaints SET received_at = '2026-06-14T03:00:00.000Z'; COMMIT`);
  finishShop(raw);
  const shop = await startShop(join(folder, 'data'), machine);
  const { importId } = await shop.ask('imports.commit', {
    draftId: await draftOf(shop, folder, sold('01/06/2026', 1)),
  });
  await shop.ask('complaints.useVoucher', { compensationId: 1, usedOn: '2026-06-06' });
  const drafts: string[] = [];
  for (let number = 2; number < 5; number += 1)
    drafts.push(
      await draftOf(shop, folder, sold('02/06/2026', number)),
      await draftOf(shop, folder, sold('20/06/2026', number)),
    );
  const batches = raw.prepare('SELECT id FROM batches').pluck().all();
  const known = knownBy({ draftId: drafts, importId: [importId], batchId: batches });
  return { shop, connection, known };
}

/** What is written where everything is as it should be, right payloads of every channel, and nearly right ones. */
function payloadsOf(channel: ChannelName, known: Known): unknown[] {
  const right = validInput(contract[channel].input, known);
  const drawn = fc.sample(fc.oneof({ weight: 4, arbitrary: right }, spoiled(right)), payloads);
  const written = changes.filter(([name]) => name === channel).map(([, input]) => input);
  const one = known['importId']?.[0];
  if (channel === 'imports.undo') drawn.unshift({ importId: one });
  if (channel === 'history.undo')
    drawn.unshift(...(known['batchId'] ?? []).map((batchId) => ({ batchId })));
  if (channel === 'imports.commit')
    drawn.unshift(...(known['draftId'] ?? []).map((draftId) => ({ draftId })));
  return [...written, ...drawn];
}

/** Channels that changed a row of the period, with what they were given; and how the others failed. */
async function tryAll({ shop, connection, known }: Shop) {
  const changed: (readonly [ChannelName, unknown])[] = [];
  const errors: AppError[] = [];
  let rows = periodRows(connection.raw, period);
  for (const channel of writing)
    for (const input of payloadsOf(channel, known)) {
      shop.machine.picks.splice(0, shop.machine.picks.length, [join(shop.folder, 'out.csv')]);
      const result = await shop.call(channel, input as Input<ChannelName>);
      if (!result.ok) errors.push(result.error);
      const now = periodRows(connection.raw, period);
      if (now.join() !== rows.join()) changed.push([channel, input]);
      rows = now;
    }
  return { changed, errors };
}

it('no channel that writes changes a row of a locked period, whatever it is given', async () => {
  const opened = await shopOfPeriod();
  lockPeriod(opened.connection.raw, period);
  const { changed, errors } = await tryAll(opened);
  expect(changed).toEqual([]);
  const refused = errors.filter(({ code }) => code === 'PERIOD_LOCKED');
  expect(refused.length).toBeGreaterThan(5);
  expect(new Set(refused.map((error) => JSON.stringify(error)))).toEqual(
    new Set([JSON.stringify({ code: 'PERIOD_LOCKED', ...period })]),
  );
  expect(errors.filter(({ code }) => code === 'INTERNAL' || code === 'STORAGE')).toEqual([]);
}, 600_000);

it('the same payloads do change them where it is not locked', async () => {
  const { changed } = await tryAll(await shopOfPeriod());
  const by = new Set(changed.map(([channel]) => channel));
  for (const channel of ['imports.commit', 'imports.undo', 'history.undo', 'complaints.delete'])
    expect([...by]).toContain(channel);
}, 600_000);
