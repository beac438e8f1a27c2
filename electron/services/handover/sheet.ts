import { closedVouchers } from '#db/queries/handover/complaints.ts';
import { notesOfIds, pinsOnSheet } from '#db/queries/handover/notes.ts';
import { listNotes } from '#db/queries/notes/read.ts';
import { listProspects } from '#db/queries/prospects/list.ts';
import {
  type HandedDebt,
  type HandedNote,
  type HandedProspect,
  type HandoverSheet,
  mostOnScreen,
} from '#shared/contract/handover/handover.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { noteFilter } from '#shared/contract/notes/notes.ts';
import { owedFilter } from '#shared/contract/payments.ts';
import { prospectFilter, prospectOrder } from '#shared/contract/prospects/prospects.ts';
import {
  byDay,
  countStandings,
  type HandedDays,
  type Standing,
  standingOf,
} from '#shared/domain/handover/standing.ts';
import { openStages, type Stage } from '#shared/domain/vocabulary/prospects.ts';
import type { NoteId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { owedRows } from '../payments/owed.ts';
import { handedComplaints } from './complaints.ts';
import { handedBirthdays, handedClaims, handedDates, handedDeliveries } from './dates.ts';

/** All of a list at once: a shop has a few thousand of what is open. */
const all = 1_000_000;

function isOpenStage(stage: Stage): stage is HandedProspect['stage'] {
  return (openStages as readonly Stage[]).includes(stage);
}

async function handedProspects(ctx: ReadContext, days: HandedDays) {
  const filter = prospectFilter.parse({ stages: [...openStages] });
  const order = prospectOrder.parse({ sort: 'step', descending: false });
  const asked = { filter, order, after: null, limit: all, today: ctx.today };
  const { rows, sums } = await listProspects(ctx.db, asked);
  const handed = rows.flatMap(({ stage, nextStep, ...row }): HandedProspect[] => {
    if (!isOpenStage(stage)) return [];
    const { id, title, customerId, customerName, worthMinor, note } = row;
    const on = nextStep?.dueOn ?? null;
    const step = nextStep?.reason ?? null;
    return [
      {
        ...{ id, title, customerId, customerName, stage, worthMinor, note },
        ...{ step, on, standing: standingOf(on, days) },
      },
    ];
  });
  const steps = new Set<number>(rows.flatMap(({ nextStep }) => nextStep?.id ?? []));
  return { rows: handed.sort(byDay), sums, steps };
}

async function handedDebts(ctx: ReadContext, days: HandedDays): Promise<HandedDebt[]> {
  const rows = await owedRows(ctx, { filter: owedFilter.parse({}), order: 'due' });
  return rows.map(({ name: customerName, dueOn: on, ...row }) => {
    const { customerId, phone, isInTrash, sales, owedMinor, overdueMinor, remindedOn } = row;
    return {
      ...{ customerId, customerName, phone, isInTrash },
      ...{ sales, owedMinor, overdueMinor, remindedOn },
      ...{ on, standing: standingOf(on, days) },
    };
  });
}

interface Parts {
  readonly complaints: HandoverSheet['complaints']['rows'];
  readonly claims: HandoverSheet['claims']['rows'];
  readonly dates: HandoverSheet['dates']['rows'];
  readonly birthdays: HandoverSheet['birthdays']['rows'];
  readonly deliveries: HandoverSheet['deliveries']['rows'];
  readonly prospects: HandoverSheet['prospects']['rows'];
  readonly debts: HandoverSheet['debts']['rows'];
}

/** What each record of the sheet is called, by its id: only what is there. */
function calledOn({ complaints, claims, ...parts }: Parts) {
  const { dates, birthdays, deliveries, prospects, debts } = parts;
  const people = [complaints, claims, dates, birthdays, deliveries, prospects, debts].flat();
  const customers = new Map(
    people.flatMap(({ customerId, customerName }): [number, string][] =>
      customerId === null ? [] : [[customerId, customerName ?? '']],
    ),
  );
  const products = new Map(
    [...complaints, ...claims].flatMap(({ productId, product }): [number, string][] =>
      productId === null || product === null ? [] : [[productId, product]],
    ),
  );
  return { customers, products, causes: complaints.flatMap(({ cause }) => cause ?? []) };
}

/** The how-tos pinned to what stands on the sheet. */
async function handedNotes({ db }: ReadContext, parts: Parts): Promise<HandedNote[]> {
  const { customers, products, causes } = calledOn(parts);
  const on = { customers: [...customers.keys()], products: [...products.keys()], causes };
  const pins = Map.groupBy(await pinsOnSheet(db, on), ({ noteId }) => noteId);
  const notes = await notesOfIds(db, [...pins.keys()]);
  return notes.map(({ id, title, text }) => {
    const about = (pins.get(id) ?? []).map(
      ({ customerId, productId, cause }) =>
        customers.get(customerId ?? 0) ?? products.get(productId ?? 0) ?? cause ?? '',
    );
    return { id: id as NoteId, title, text, about: [...new Set(about)] };
  });
}

function section<R extends { readonly on: string | null; readonly standing: Standing }>(
  rows: R[],
  most: number,
) {
  return { count: rows.length, standings: countStandings(rows), rows: rows.slice(0, most) };
}

type Request = Pick<Parsed<'handover.sheet'>, 'from' | 'to' | 'who'>;

/** Everything that is open now, as somebody who takes over has to know it; no more than `most` rows of a kind. */
export async function sheetOf(
  ctx: ReadContext,
  { from, to, who }: Request,
  most: number,
): Promise<HandoverSheet> {
  const { today, settings } = ctx;
  const days = { from, to, today };
  const { rows: complaints, ...handled } = await handedComplaints(ctx, days, who);
  const { rows: prospects, sums, steps } = await handedProspects(ctx, days);
  const { rows: birthdays, made } = await handedBirthdays(ctx, days);
  const parts: Parts = {
    ...{ complaints, prospects, birthdays },
    claims: await handedClaims(ctx, days),
    dates: await handedDates(ctx, days, steps),
    deliveries: await handedDeliveries(ctx, days),
    debts: await handedDebts(ctx, days),
  };
  const { counts } = await listNotes(ctx.db, { filter: noteFilter.parse({}), limit: 1 });
  const sum = (of: (debt: HandedDebt) => number) =>
    parts.debts.reduce((total, debt) => total + of(debt), 0);
  return {
    ...{ shopName: settings.shopName, today, from, to, who },
    ...handled,
    complaints: section(parts.complaints, most),
    closedVouchers: await closedVouchers(ctx.db, today),
    claims: section(parts.claims, most),
    dates: section(parts.dates, most),
    ...{ stepsOfProspects: steps.size, birthdaysMade: made },
    birthdays: section(parts.birthdays, most),
    deliveries: section(parts.deliveries, most),
    prospects: section(parts.prospects, most),
    prospectsMinor: sums.worthMinor,
    prospectsUnknown: sums.withoutWorth,
    debts: section(parts.debts, most),
    owedMinor: sum(({ owedMinor }) => owedMinor),
    overdueMinor: sum(({ overdueMinor }) => overdueMinor),
    notes: await handedNotes(ctx, parts),
    generalNotes: counts.general,
  };
}

/** The same for the screen. */
export function shownSheet(ctx: ReadContext, asked: Request): Promise<HandoverSheet> {
  return sheetOf(ctx, asked, mostOnScreen);
}

/** The same whole, for paper and files. */
export function wholeSheet(ctx: ReadContext, asked: Request): Promise<HandoverSheet> {
  return sheetOf(ctx, asked, all);
}
