import type { HandoverSheet } from '../../contract/handover/handover.ts';
import type { SheetCell, SheetColumn, SheetPart } from '../sheets/part.ts';
import type { SheetKey, Speaking } from '../sheets/speaking.ts';
import { dueCell, textCell, whoCell } from './cells.ts';
import { type Counted, cappedNotes, countedSentence } from './counted.ts';

type Listed = 'birthdays' | 'claims' | 'dates' | 'debts' | 'deliveries' | 'prospects';

interface Table<Row> {
  readonly id: Listed;
  readonly columns: readonly SheetColumn[];
  readonly section: Counted & { readonly rows: readonly Row[] };
  readonly notes?: readonly string[];
  /** What is said where there are none; else that of the section. */
  readonly none?: SheetKey;
  cells(row: Row): SheetCell[];
}

/** A section that is counted by its days, with a row for each. */
export function listedPart<Row>(
  speaking: Speaking,
  sheet: HandoverSheet,
  { id, columns, section, notes = [], none, cells }: Table<Row>,
): SheetPart {
  const title = speaking.say(`handover.${id}.title`);
  const names = {
    count: `handover.${id}.count`,
    none: none ?? (`handover.${id}.none` as const),
  } as const;
  return {
    ...{ id, title },
    finding: countedSentence(speaking, names, section, sheet),
    notes: [...notes, ...cappedNotes(speaking, section)],
    tables:
      section.rows.length === 0 ? [] : [{ name: title, columns, rows: section.rows.map(cells) }],
  };
}

/** The claims that wait for the shop. */
export function claimPart(speaking: Speaking, sheet: HandoverSheet): SheetPart {
  const { say } = speaking;
  return listedPart(speaking, sheet, {
    id: 'claims',
    section: sheet.claims,
    columns: [
      { title: say('handover.column.claim'), type: 'text', width: 14 },
      { title: say('handover.column.customer'), type: 'text', width: 24 },
      { title: say('handover.column.phone'), type: 'phone' },
      { title: say('handover.column.thing'), type: 'text', width: 24 },
      { title: say('handover.column.problem'), type: 'text', width: 40 },
      { title: say('handover.column.remedy'), type: 'text', width: 20 },
      { title: say('handover.column.until'), type: 'date' },
    ],
    cells: (row) => [
      row.complaintId === null
        ? { value: row.number, to: { kind: 'claims' } }
        : { value: row.number, to: { kind: 'complaint', id: row.complaintId } },
      whoCell(speaking, row, 'customers.noName'),
      textCell(row.phone),
      row.productId === null
        ? textCell(row.product)
        : { value: row.product, to: { kind: 'product', id: row.productId } },
      textCell(row.problem),
      textCell(
        say('handover.verdict', {
          verdict: say(`guarantee.verdict.${row.verdict}`),
          remedy: say(`guarantee.remedy.${row.remedy}`),
        }),
      ),
      dueCell(row),
    ],
  });
}

/** Whom to contact again, and why. */
export function datePart(speaking: Speaking, sheet: HandoverSheet): SheetPart {
  const { say } = speaking;
  return listedPart(speaking, sheet, {
    id: 'dates',
    section: sheet.dates,
    columns: [
      { title: say('handover.column.customer'), type: 'text', width: 24 },
      { title: say('handover.column.phone'), type: 'phone' },
      { title: say('handover.column.on'), type: 'date' },
      { title: say('handover.column.time'), type: 'text', width: 8 },
      { title: say('handover.column.why'), type: 'text', width: 50 },
    ],
    cells: (row) => {
      const cause = say(`today.cause.${row.cause}`);
      const why = row.reason === '' ? cause : say('handover.why', { cause, reason: row.reason });
      return [
        whoCell(speaking, row, 'customers.noName'),
        textCell(row.phone),
        dueCell(row),
        textCell(row.time),
        textCell(row.isRepeating ? say('handover.repeats', { why }) : why),
      ];
    },
  });
}

/** Whose birthday falls on the days. */
export function birthdayPart(speaking: Speaking, sheet: HandoverSheet): SheetPart {
  const { say } = speaking;
  return listedPart(speaking, sheet, {
    id: 'birthdays',
    section: sheet.birthdays,
    ...(sheet.to < sheet.today ? { none: 'handover.birthdays.over' as const } : {}),
    notes: sheet.birthdays.count > 0 ? [say('handover.birthdays.note')] : [],
    columns: [
      { title: say('handover.column.customer'), type: 'text', width: 24 },
      { title: say('handover.column.phone'), type: 'phone' },
      { title: say('handover.column.on'), type: 'date' },
      { title: say('handover.column.turns'), type: 'integer' },
    ],
    cells: (row) => [
      whoCell(speaking, row, 'customers.noName'),
      textCell(row.phone),
      dueCell(row),
      textCell(row.turns),
    ],
  });
}

/** What was sold, promised for a day, and is not handed over. */
export function deliveryPart(speaking: Speaking, sheet: HandoverSheet): SheetPart {
  const { say } = speaking;
  return listedPart(speaking, sheet, {
    id: 'deliveries',
    section: sheet.deliveries,
    columns: [
      { title: say('handover.column.sale'), type: 'text', width: 20 },
      { title: say('handover.column.customer'), type: 'text', width: 24 },
      { title: say('handover.column.phone'), type: 'phone' },
      { title: say('handover.column.soldOn'), type: 'date' },
      { title: say('handover.column.until'), type: 'date' },
    ],
    cells: (row) => [
      { value: row.number ?? say('handover.noNumber'), to: { kind: 'sale', id: row.id } },
      whoCell(speaking, row, 'handover.noCustomer'),
      textCell(row.phone),
      textCell(row.soldOn),
      dueCell(row),
    ],
  });
}
