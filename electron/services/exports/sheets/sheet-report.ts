import { minorDigits } from '#shared/domain/currency.ts';
import type { SheetCell, SheetColumn, SheetPart, SheetTable } from '#shared/domain/sheets/part.ts';
import type { ReportColumn, ReportPart, ReportTable } from '../../insights/report/part.ts';
import type { Words } from '../../insights/report/words.ts';

/** Where a sheet goes: paper is read, a file is sorted and counted on. */
export type SheetForm = 'paper' | 'file';

function columnOf({ title, type, width }: SheetColumn, form: SheetForm): ReportColumn {
  const written = form === 'paper' && type === 'date' ? 'text' : type;
  return { title, type: written, ...(width === undefined ? {} : { width }) };
}

function paperDay({ say, day }: Words, { value, isLate }: SheetCell): string | null {
  if (typeof value !== 'string') return null;
  return isLate === true ? say('handover.lateDay', { day: day(value) }) : day(value);
}

function cellOf(words: Words, { type }: SheetColumn, cell: SheetCell, form: SheetForm) {
  const { value } = cell;
  if (type === 'date' && form === 'paper') return paperDay(words, cell);
  if (type === 'money' && typeof value === 'number')
    return value / 10 ** minorDigits(words.currency);
  return value;
}

/** In a file what is late is a column of its own: colours and words beside a day do not sort. */
function tableOf(words: Words, { name, columns, rows }: SheetTable, form: SheetForm): ReportTable {
  const hasLate =
    form === 'file' && rows.some((row) => row.some(({ isLate }) => isLate !== undefined));
  const late: ReportColumn = { title: words.say('handover.column.late'), type: 'text', width: 12 };
  const written = rows.map((row) => {
    const isLate = row.some((cell) => cell.isLate === true);
    const cells = columns.map((column, at) =>
      cellOf(words, column, row[at] ?? { value: null }, form),
    );
    return hasLate ? [...cells, isLate ? words.say('handover.late') : null] : cells;
  });
  const titles = columns.map((column) => columnOf(column, form));
  return { name, columns: hasLate ? [...titles, late] : titles, rows: written };
}

/** A part of a sheet as a report writes it. */
export function reportPartOf(words: Words, part: SheetPart, form: SheetForm): ReportPart {
  const { title, finding, notes, chart, tables } = part;
  return {
    question: title,
    finding,
    notes,
    charts: chart === undefined ? [] : [chart],
    tables: tables.map((table) => tableOf(words, table, form)),
  };
}
