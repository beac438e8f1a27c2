import type { HandoverSheet } from '../../contract/handover/handover.ts';
import type { SheetPart } from '../sheets/part.ts';
import type { Speaking } from '../sheets/speaking.ts';
import { dueCell, textCell, whoCell } from './cells.ts';
import { complaintPart } from './complaint-part.ts';
import { birthdayPart, claimPart, datePart, deliveryPart } from './date-parts.ts';
import { listedPart, personCells, personColumns } from './listed-part.ts';

/** What the prospects may come to, as far as somebody noted it. */
function worthNote({ say, money }: Speaking, sheet: HandoverSheet): string {
  const { prospects, prospectsMinor, prospectsUnknown: unknown } = sheet;
  const amount = money(prospectsMinor);
  if (unknown === prospects.count) return say('handover.prospects.worthNone', { count: unknown });
  return unknown === 0
    ? say('handover.prospects.worth', { amount })
    : say('handover.prospects.worthSome', { amount, count: unknown });
}

/** Who may buy something. */
function prospectPart(speaking: Speaking, sheet: HandoverSheet): SheetPart {
  const { say } = speaking;
  const { prospects } = sheet;
  return listedPart(speaking, sheet, {
    id: 'prospects',
    section: prospects,
    notes:
      prospects.count === 0 ? [] : [say('handover.prospects.note'), worthNote(speaking, sheet)],
    columns: [
      { title: say('handover.column.prospect'), type: 'text', width: 30 },
      { title: say('handover.column.customer'), type: 'text', width: 24 },
      { title: say('handover.column.stage'), type: 'text', width: 14 },
      { title: say('handover.column.worth'), type: 'money' },
      { title: say('handover.column.step'), type: 'text', width: 36 },
      { title: say('handover.column.until'), type: 'date' },
      { title: say('handover.column.note'), type: 'text', width: 40 },
    ],
    cells: (row) => [
      { value: row.title, to: { kind: 'prospect', id: row.id } },
      whoCell(speaking, row, 'customers.noName'),
      textCell(say(`prospects.stage.${row.stage}`)),
      textCell(row.worthMinor),
      textCell(row.step === null ? say('handover.noStep') : row.step),
      dueCell(row),
      textCell(row.note === '' ? null : row.note),
    ],
  });
}

/** Who still has to pay. */
function debtPart(speaking: Speaking, sheet: HandoverSheet): SheetPart {
  const { say, money } = speaking;
  const { debts, owedMinor, overdueMinor } = sheet;
  const amounts = { amount: money(owedMinor), overdue: money(overdueMinor) };
  return listedPart(speaking, sheet, {
    id: 'debts',
    section: debts,
    notes: debts.count === 0 ? [] : [say('handover.debts.sums', amounts)],
    columns: [
      ...personColumns(speaking),
      { title: say('handover.column.sales'), type: 'integer' },
      { title: say('handover.column.owed'), type: 'money' },
      { title: say('handover.column.overdue'), type: 'money' },
      { title: say('handover.column.until'), type: 'date' },
      { title: say('handover.column.reminded'), type: 'date' },
    ],
    cells: (row) => [
      ...(row.customerId === null
        ? [
            { value: say('handover.noCustomer'), to: { kind: 'owed' as const } },
            textCell(row.phone),
          ]
        : personCells(speaking, row)),
      textCell(row.sales),
      textCell(row.owedMinor),
      textCell(row.overdueMinor),
      dueCell(row),
      textCell(row.remindedOn),
    ],
  });
}

/** How things are done that stand on the sheet. */
function notePart({ say }: Speaking, { notes, generalNotes }: HandoverSheet): SheetPart {
  const title = say('handover.notes.title');
  const table = {
    name: title,
    columns: [
      { title: say('handover.column.howTo'), type: 'text', width: 30 },
      { title: say('handover.column.about'), type: 'text', width: 30 },
      { title: say('handover.column.how'), type: 'text', width: 80 },
    ] as const,
    rows: notes.map(({ id, title: name, about, text }) => [
      { value: name, to: { kind: 'note' as const, id } },
      textCell(about.join(', ')),
      textCell(text),
    ]),
  };
  return {
    ...{ id: 'notes', title },
    finding:
      notes.length === 0
        ? say('handover.notes.none')
        : say('handover.notes.count', { count: notes.length }),
    notes: generalNotes === 0 ? [] : [say('handover.notes.general', { count: generalNotes })],
    tables: notes.length === 0 ? [] : [table],
  };
}

/** The sheet as it is said everywhere: on the screen, on paper and in a file. */
export function handoverParts(speaking: Speaking, sheet: HandoverSheet): SheetPart[] {
  return [
    complaintPart(speaking, sheet),
    claimPart(speaking, sheet),
    deliveryPart(speaking, sheet),
    datePart(speaking, sheet),
    birthdayPart(speaking, sheet),
    prospectPart(speaking, sheet),
    debtPart(speaking, sheet),
    notePart(speaking, sheet),
  ];
}

/** What stands in front of the sheet: for which days it is, of what moment, and what it does not know. */
export function handoverFacts({ say, day }: Speaking, sheet: HandoverSheet): string[] {
  const { from, to, today, who, ofOthers, ofNobody } = sheet;
  const left = ofOthers + ofNobody;
  return [
    say('handover.days', { from: day(from), to: day(to) }),
    say('handover.asOf', { date: day(today) }),
    ...(to < today ? [say('handover.over')] : []),
    ...(who === null ? [] : [say('handover.wholeShop')]),
    ...(left === 0 ? [] : [say('handover.notCounted', { count: left })]),
  ];
}

/** How much is open, in one sentence. */
export function handoverFinding({ say }: Speaking, sheet: HandoverSheet): string {
  const { complaints, claims, deliveries, dates, birthdays, prospects, debts } = sheet;
  const sections = [complaints, claims, deliveries, dates, birthdays, prospects, debts];
  const sum = (of: (one: (typeof sections)[number]) => number) =>
    sections.reduce((total, one) => total + of(one), 0);
  const count = sum((one) => one.count);
  const late = sum(({ standings }) => standings.late);
  if (count === 0) return say('handover.nothing');
  if (late === 0) return say('handover.openNoneLate', { count });
  return say('handover.open', { count, late });
}
