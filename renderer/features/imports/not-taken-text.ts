import { type Translate, textOf } from '#renderer/base/i18n.ts';
import type { SignKind } from '#renderer/components/sign/sign.tsx';
import type { ImportReport, RowOutcome } from '#shared/contract/imports.ts';
import { ERASED, lowerFirst } from './problem-groups.ts';
import { columnName, sourceName } from './source-name.ts';

/** One thing that does not come in. */
export interface NotTakenLine {
  readonly key: string;
  readonly kind: SignKind;
  readonly text: string;
}

const mostReasons = 3;
const mostColumns = 6;

interface Said {
  readonly report: ImportReport;
  /** The import has been made: nothing can be chosen any more. */
  readonly isDone: boolean;
}

/** `tanggal kosong (12), bukan angka (3)`: the commonest reasons, each with its rows. */
function reasonsOf(
  t: Translate,
  { problems }: ImportReport,
  outcome: RowOutcome,
  number: (value: number) => string,
): string {
  const rows = new Map<string, number>();
  for (const group of problems) {
    if (group.outcome !== outcome) continue;
    rows.set(group.problem, (rows.get(group.problem) ?? 0) + group.rows);
  }
  return [...rows]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostReasons)
    .map(([problem, count]) =>
      t('import.notTaken.reason', {
        reason: lowerFirst(textOf(t, 'problem', problem)),
        rows: number(count),
      }),
    )
    .join(', ');
}

function fileOf({ sources }: ImportReport, sourceId: number): string {
  return sources.find((source) => source.sourceId === sourceId)?.fileName ?? '';
}

function gapLines(t: Translate, { report }: Said): NotTakenLine[] {
  return report.notTaken.gaps.map(({ sourceId, rows }) => ({
    key: `gap ${sourceId}`,
    kind: 'wrong',
    text: t('import.notTaken.nothing', { name: fileOf(report, sourceId), count: rows }),
  }));
}

/** Rows of people who were erased: how many, and what becomes of them. */
function erasedLines(t: Translate, { report, isDone }: Said): NotTakenLine[] {
  const groups = report.problems.filter(({ problem }) => problem === ERASED);
  const count = groups.reduce((sum, { rows }) => sum + rows, 0);
  if (count === 0) return [];
  const sold = groups
    .filter(({ outcome }) => outcome !== 'skipped')
    .reduce((sum, { rows }) => sum + rows, 0);
  const left = t(isDone ? 'import.notTaken.erasedDone' : 'import.notTaken.erased', { count });
  const counted = sold === 0 ? '' : ` ${t('import.notTaken.erasedSales', { count: sold })}`;
  return [{ key: 'erased', kind: 'due', text: `${left}${counted}` }];
}

function columnLines(t: Translate, { report }: Said): NotTakenLine[] {
  const bySource = Map.groupBy(report.notTaken.columns, (column) => column.sourceId);
  return [...bySource].map(([sourceId, columns]) => {
    const shown = columns
      .slice(0, mostColumns)
      .map((column) =>
        t('import.notTaken.column', { header: columnName(t, column), count: column.filled }),
      );
    const rest = columns.length - shown.length;
    if (rest > 0) shown.push(t('import.notTaken.moreColumns', { count: rest }));
    const text = t('import.notTaken.columns', { columns: shown.join(', ') });
    const name = report.sources.length > 1 ? `${fileOf(report, sourceId)}: ` : '';
    return { key: `columns ${sourceId}`, kind: 'due', text: `${name}${text}` };
  });
}

function hiddenLines(t: Translate, { report }: Said): NotTakenLine[] {
  const { hiddenColumns } = report.notTaken;
  if (hiddenColumns.length === 0) return [];
  const columns = hiddenColumns.map((column) => columnName(t, column)).join(', ');
  const text = t('import.notTaken.hiddenColumns', { count: hiddenColumns.length, columns });
  return [{ key: 'hidden', kind: 'due', text }];
}

function sheetLines(t: Translate, { report }: Said): NotTakenLine[] {
  return report.notTaken.sheets.map((sheet, index) => {
    const said = { name: sourceName(sheet), count: sheet.rows };
    const text = sheet.isHidden
      ? t('import.notTaken.hiddenSheet', said)
      : t('import.notTaken.sheet', said);
    return { key: `sheet ${index}`, kind: 'waiting', text };
  });
}

/** What does not come in, the gravest first: whole files, rows, columns, sheets. Each says how many. */
export function notTakenLines(
  t: Translate,
  said: Said,
  number: (value: number) => string,
): NotTakenLine[] {
  const { report } = said;
  const { wrong, skipped } = report.counts;
  const rows = (outcome: 'wrong' | 'skipped', count: number): NotTakenLine[] => {
    if (count === 0) return [];
    const reasons = reasonsOf(t, report, outcome, number);
    const text =
      outcome === 'wrong'
        ? t('import.notTaken.wrong', { count, reasons })
        : t('import.notTaken.skipped', { count, reasons });
    return [{ key: outcome, kind: outcome === 'wrong' ? 'wrong' : 'waiting', text }];
  };
  return [
    ...gapLines(t, said),
    ...rows('wrong', wrong),
    ...erasedLines(t, said),
    ...columnLines(t, said),
    ...hiddenLines(t, said),
    ...sheetLines(t, said),
    ...rows('skipped', skipped),
  ];
}
