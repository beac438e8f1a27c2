import type { HandoverSheet } from '../../contract/handover/handover.ts';
import { daysBetween } from '../calendar/dates.ts';
import type { SheetPart } from '../sheets/part.ts';
import type { Speaking } from '../sheets/speaking.ts';
import { dueCell, textCell } from './cells.ts';
import { listedPart, personCells, personColumns } from './listed-part.ts';

/** The claims that wait for the shop. */
export function claimPart(speaking: Speaking, sheet: HandoverSheet): SheetPart {
  const { say } = speaking;
  return listedPart(speaking, sheet, {
    id: 'claims',
    section: sheet.claims,
    columns: [
      { title: say('handover.column.claim'), type: 'text', width: 14 },
      ...personColumns(speaking),
      { title: say('handover.column.thing'), type: 'text', width: 24 },
      { title: say('handover.column.problem'), type: 'text', width: 40 },
      { title: say('handover.column.remedy'), type: 'text', width: 20 },
      { title: say('handover.column.until'), type: 'date' },
    ],
    cells: (row) => [
      row.complaintId === null
        ? { value: row.number, to: { kind: 'claims' } }
        : { value: row.number, to: { kind: 'complaint', id: row.complaintId } },
      ...personCells(speaking, row),
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
    notes:
      sheet.stepsOfProspects === 0
        ? []
        : [say('handover.dates.ofProspects', { count: sheet.stepsOfProspects })],
    columns: [
      ...personColumns(speaking),
      { title: say('handover.column.on'), type: 'date' },
      { title: say('handover.column.time'), type: 'text', width: 8 },
      { title: say('handover.column.why'), type: 'text', width: 50 },
    ],
    cells: (row) => {
      const cause = say(`today.cause.${row.cause}`);
      const why = row.reason === '' ? cause : say('handover.why', { cause, reason: row.reason });
      return [
        ...personCells(speaking, row),
        dueCell(row),
        textCell(row.time),
        textCell(row.isRepeating ? say('handover.repeats', { why }) : why),
      ];
    },
  });
}

/** A year, and with it every birthday, is in so many days. */
const yearDays = 365;

/** What of the birthdays is not in the table, and why. */
function birthdayNotes({ say }: Speaking, sheet: HandoverSheet): string[] {
  const { birthdays, birthdaysMade: made, from, to } = sheet;
  return [
    ...(birthdays.count > 0 && made > 0 ? [say('handover.birthdays.more', { count: made })] : []),
    ...(birthdays.count > 0 && daysBetween(from, to) >= yearDays
      ? [say('handover.birthdays.once')]
      : []),
  ];
}

function noBirthday({ say }: Speaking, { to, today, birthdaysMade }: HandoverSheet): string {
  if (to < today) return say('handover.birthdays.over');
  if (birthdaysMade === 0) return say('handover.birthdays.none');
  return say('handover.birthdays.allMade', { count: birthdaysMade });
}

/** Whose birthday falls on the days. */
export function birthdayPart(speaking: Speaking, sheet: HandoverSheet): SheetPart {
  const { say } = speaking;
  return listedPart(speaking, sheet, {
    id: 'birthdays',
    section: sheet.birthdays,
    none: noBirthday(speaking, sheet),
    notes: birthdayNotes(speaking, sheet),
    columns: [
      ...personColumns(speaking),
      { title: say('handover.column.on'), type: 'date' },
      { title: say('handover.column.turns'), type: 'integer' },
    ],
    cells: (row) => [...personCells(speaking, row), dueCell(row), textCell(row.turns)],
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
      ...personColumns(speaking),
      { title: say('handover.column.soldOn'), type: 'date' },
      { title: say('handover.column.until'), type: 'date' },
    ],
    cells: (row) => [
      { value: row.number ?? say('handover.noNumber'), to: { kind: 'sale', id: row.id } },
      ...personCells(speaking, row, 'handover.noCustomer'),
      textCell(row.soldOn),
      dueCell(row),
    ],
  });
}
