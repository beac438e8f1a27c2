import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inSnapshot, inTransaction } from '#db/file/transaction.ts';
import { calledNow } from '#db/queries/customers/name.ts';
import { hasErased } from '#db/queries/privacy/erasures.ts';
import { recordEvent } from '#db/queries/privacy/events.ts';
import { type PersonRecord, readPerson } from '#db/queries/privacy/read-person.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { AppFailure, notFound } from '#shared/errors.ts';
import type { TaskContext } from '../../../context.ts';
import type { ChosenFolder } from '../../../tasks/prepared.ts';
import { fileWord, makeFolder } from '../../accountant/files/pack-folder.ts';
import { personPage } from './page.ts';

/** The same as the page says, for a program: every row with every column, as it is stored. */
function personJson(record: PersonRecord, madeAt: string): string {
  const tables = record.tables.map(({ table, rows }) => [table, rows]);
  const parse = (json: unknown) => (typeof json === 'string' ? JSON.parse(json) : null);
  const changes = record.changes.map((change) => ({
    ...change,
    before: parse(change.before),
    after: parse(change.after),
  }));
  const { importRows, events } = record;
  const saleDrafts = record.drafts.map(({ sale }) => sale);
  return `${JSON.stringify(
    {
      ...{ format: 'langgan-person', madeAt, tables: Object.fromEntries(tables) },
      ...{ changes, saleDrafts, importRows, events },
    },
    null,
    2,
  )}\n`;
}

/** Writes all there is about one person into a folder of its own: a page to read, and the same for programs. */
export async function handOut(
  ctx: TaskContext,
  { customerId }: Parsed<'privacy.handOut'>,
  { path: folder, unfinished }: ChosenFolder,
): Promise<Output<'privacy.handOut'>> {
  const { raw, db } = ctx.open();
  ctx.progress('exporting', 0, 0);
  const called = calledNow(raw, customerId);
  if (called === null) throw notFound('customer');
  if (hasErased(raw, [customerId])) throw new AppFailure({ code: 'CONFLICT', reason: 'erased' });
  const { settings } = await readSettings(db);
  const record = await inSnapshot(raw, async () => readPerson(raw, customerId));
  const at = ctx.clock.instant();
  const word = settings.language === 'id' ? 'pelanggan' : 'customer';
  const place = { folder, unfinished, base: `${fileWord(called, word)}-${ctx.clock.today()}` };
  const page = personPage({ raw, settings }, record, { called, today: at });
  const made = await makeFolder(
    place,
    async (inside) => {
      await writeFile(join(inside, 'data.html'), page);
      await writeFile(join(inside, 'data.json'), personJson(record, at));
    },
    ctx.signal,
  );
  await ctx.exclusive(() =>
    inTransaction(raw, async () => recordEvent(raw, { at, kind: 'handed-out', customerId })),
  );
  const rows = record.tables.reduce((sum, table) => sum + table.rows.length, record.drafts.length);
  return { path: made.path, files: made.files.length + 1, rows };
}
