import type { HandoverSheet } from '../../contract/handover/handover.ts';
import type { SheetCell, SheetColumn, SheetPart } from '../sheets/part.ts';
import type { SheetKey, Speaking } from '../sheets/speaking.ts';
import { textCell, type Whose, whoCell } from './cells.ts';
import { type Counted, cappedNotes, countedSentence } from './counted.ts';

type Listed =
  | 'birthdays'
  | 'claims'
  | 'complaints'
  | 'dates'
  | 'debts'
  | 'deliveries'
  | 'prospects';

interface Table<Row> {
  readonly id: Listed;
  readonly columns: readonly SheetColumn[];
  readonly section: Counted & { readonly rows: readonly Row[] };
  readonly notes?: readonly string[];
  /** How many there are; else what the section says. */
  readonly count?: string;
  /** What is said where there are none; else what the section says. */
  readonly none?: string;
  cells(row: Row): SheetCell[];
}

/** A section that is counted by its days, with a row for each. */
export function listedPart<Row>(
  speaking: Speaking,
  sheet: HandoverSheet,
  { id, columns, section, notes = [], cells, ...texts }: Table<Row>,
): SheetPart {
  const { say } = speaking;
  const title = say(`handover.${id}.title`);
  const count = texts.count ?? say(`handover.${id}.count`, { count: section.count });
  const none = texts.none ?? say(`handover.${id}.none`);
  return {
    ...{ id, title },
    finding: section.count === 0 ? none : countedSentence(speaking, count, section, sheet),
    notes: [...notes, ...cappedNotes(speaking, section)],
    tables:
      section.rows.length === 0 ? [] : [{ name: title, columns, rows: section.rows.map(cells) }],
  };
}

/** The columns of whom a row is of, and how they are reached. */
export function personColumns({ say }: Speaking): SheetColumn[] {
  return [
    { title: say('handover.column.customer'), type: 'text', width: 24 },
    { title: say('handover.column.phone'), type: 'phone' },
  ];
}

/** Whom a row is of, and how they are reached; `nobody` where it is of no customer. */
export function personCells(
  speaking: Speaking,
  row: Whose & { readonly phone: string | null },
  nobody: SheetKey = 'customers.noName',
): SheetCell[] {
  return [whoCell(speaking, row, nobody), textCell(row.phone)];
}
