import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { PrivacyLogRow } from '#shared/contract/privacy/privacy.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { erasedName } from '#shared/domain/privacy/erased-name.ts';
import { en, id } from '#shared/locale/index.ts';
import type { ReadContext, TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { asReport } from '../../tasks/report.ts';
import { type AreaColumn, columnsIn, shownBy } from '../exports/area-columns.ts';
import { writeTable } from '../exports/write-table.ts';
import { listLog } from './log.ts';

const pageSize = 500;

const columns: readonly AreaColumn<PrivacyLogRow>[] = [
  {
    title: { id: 'Tanggal', en: 'Date' },
    type: 'date',
    cell: ({ at }, { timeZone }) => localDay(at, timeZone),
  },
  {
    title: { id: 'Apa', en: 'What' },
    type: 'text',
    width: 30,
    cell: ({ kind }, { language }) => (language === 'id' ? id : en).privacy.event[kind],
  },
  {
    title: { id: 'Siapa', en: 'Who' },
    type: 'text',
    width: 30,
    cell: ({ customer, number }, { language }) =>
      customer?.name ?? (number === null ? null : erasedName(number, language)),
  },
  { title: { id: 'Banyaknya', en: 'How Many' }, type: 'integer', cell: ({ count }) => count },
  {
    title: { id: 'Diurungkan', en: 'Taken Back' },
    type: 'text',
    cell: ({ isUndone }, { language }) =>
      isUndone ? (language === 'id' ? id : en).history.value.yes : null,
  },
];

const page = asReport((ctx: ReadContext, input: Parsed<'privacy.log'>) => listLog(ctx, input));

async function* rowsOf(
  ctx: TaskContext,
  filter: Parsed<'privacy.log'>['filter'],
): AsyncGenerator<PrivacyLogRow> {
  let after: Output<'privacy.log'>['next'] = null;
  do {
    const found: Output<'privacy.log'> = await page(ctx, { filter, after, limit: pageSize });
    yield* found.rows;
    after = found.next;
  } while (after !== null);
}

/** Writes what was done for whom, as the page shows it. */
export async function exportLog(
  ctx: TaskContext,
  { filter }: Parsed<'privacy.exportLog'>,
  { path }: ChosenPath,
): Promise<Output<'privacy.exportLog'>> {
  const { settings } = await readSettings(ctx.open().db);
  const { language, currency } = settings;
  const sheet = (language === 'id' ? id : en).privacy.page.title;
  return writeTable(
    ctx,
    { path, format: 'csv', profile: 'spreadsheet', sheet, language, currency },
    columnsIn(columns, shownBy(settings)),
    rowsOf(ctx, filter),
  );
}
