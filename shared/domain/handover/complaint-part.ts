import type {
  HandedComplaint,
  HandedPromise,
  HandoverSheet,
} from '../../contract/handover/handover.ts';
import type { SheetCell, SheetPart } from '../sheets/part.ts';
import type { Speaking } from '../sheets/speaking.ts';
import { dueCell, textCell, whoCell } from './cells.ts';
import { listedPart } from './listed-part.ts';

function promiseText({ say, day, money }: Speaking, one: HandedPromise): string {
  switch (one.what) {
    case 'answer':
      return say('handover.told.answer', { text: one.text });
    case 'solution':
      return say('handover.told.solution', { text: one.text });
    case 'action':
      return one.by.trim() === ''
        ? say('handover.told.action', { text: one.text, on: day(one.on) })
        : say('handover.told.actionBy', { text: one.text, on: day(one.on), by: one.by });
    case 'voucher': {
      const amount = money(one.amountMinor);
      return one.on === null
        ? say('handover.told.voucher', { amount })
        : say('handover.told.voucherUntil', { amount, on: day(one.on) });
    }
  }
}

/** What was promised, each on a line of its own; or that nothing is noted. */
function promisesText(speaking: Speaking, { promises }: HandedComplaint): string {
  if (promises.length === 0) return speaking.say('handover.told.nothing');
  return promises.map((one) => promiseText(speaking, one)).join(' · ');
}

function rowOf(speaking: Speaking, row: HandedComplaint): SheetCell[] {
  const { say } = speaking;
  return [
    {
      value: say('handover.complaint', { number: row.number, title: row.title }),
      to: { kind: 'complaint', id: row.id },
    },
    whoCell(speaking, row, 'complaint.row.customerNone'),
    textCell(say(`complaint.severity.${row.severity}`)),
    textCell(say(`complaint.state.${row.state}`)),
    textCell(say(`handover.next.${row.next ?? 'none'}`)),
    dueCell(row),
    textCell(promisesText(speaking, row)),
    textCell(row.handledBy ?? say('handover.nobodyNoted')),
  ];
}

/** Whose complaints these are, and how many are left out because of that; and what those that are closed left. */
function notesOf({ say, number, money }: Speaking, sheet: HandoverSheet): string[] {
  const { who, ofOthers, ofNobody, handlers, complaints, closedVouchers } = sheet;
  const isUnnamed = who === null && complaints.count > 0 && handlers.length === 0;
  const { count, amountMinor } = closedVouchers;
  return [
    ...(isUnnamed ? [say('handover.nobodyAtAll')] : []),
    ...(who === null
      ? []
      : [
          say('handover.onlyOf', { name: who }),
          say('handover.leftOut', { others: number(ofOthers), nobody: number(ofNobody) }),
        ]),
    ...(count === 0 ? [] : [say('handover.closedVouchers', { count, amount: money(amountMinor) })]),
  ];
}

/** The complaints that are open, with what was promised and until when. */
export function complaintPart(speaking: Speaking, sheet: HandoverSheet): SheetPart {
  const { say } = speaking;
  const { complaints, who } = sheet;
  const { count } = complaints;
  return listedPart(speaking, sheet, {
    id: 'complaints',
    section: complaints,
    notes: notesOf(speaking, sheet),
    ...(who === null
      ? {}
      : {
          count: say('handover.complaints.countOf', { count, name: who }),
          none: say('handover.complaints.noneOf', { name: who }),
        }),
    columns: [
      { title: say('handover.column.complaint'), type: 'text', width: 34 },
      { title: say('handover.column.customer'), type: 'text', width: 24 },
      { title: say('handover.column.severity'), type: 'text', width: 12 },
      { title: say('handover.column.state'), type: 'text', width: 14 },
      { title: say('handover.column.next'), type: 'text', width: 18 },
      { title: say('handover.column.until'), type: 'date' },
      { title: say('handover.column.promised'), type: 'text', width: 60 },
      { title: say('handover.column.handledBy'), type: 'text', width: 18 },
    ],
    cells: (row) => rowOf(speaking, row),
  });
}
