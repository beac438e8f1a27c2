import {
  openActionsOf,
  openComplaintIds,
  openVouchersOf,
  type ToldRow,
  toldOf,
} from '#db/queries/handover/complaints.ts';
import type { ComplaintRow } from '#shared/contract/complaints-page.ts';
import type {
  HandedComplaint,
  HandedPromise,
  HandoverSheet,
} from '#shared/contract/handover/handover.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { byDay, type HandedDays, standingOf } from '#shared/domain/handover/standing.ts';
import type { ProductId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';
import { queueRows } from '../complaints/queue.ts';

/** What is on a complaint beside what the queue says of it. */
interface Around {
  readonly told: ReadonlyMap<number, ToldRow>;
  readonly promises: ReadonlyMap<number, readonly HandedPromise[]>;
  /** Who is to change something because of it. */
  readonly owners: ReadonlyMap<number, readonly string[]>;
}

function toldPromises({ answer, solution }: ToldRow): HandedPromise[] {
  const said = (what: 'answer' | 'solution', text: string | null): HandedPromise[] =>
    text === null || text.trim() === '' ? [] : [{ what, text }];
  return [...said('answer', answer), ...said('solution', solution)];
}

async function aroundOf({ db, today }: ReadContext, ids: readonly number[]): Promise<Around> {
  const told = await toldOf(db, ids);
  const actions = await openActionsOf(db, ids);
  const vouchers = Map.groupBy(await openVouchersOf(db, ids, today), (one) => one.complaintId);
  const actionsBy = Map.groupBy(actions, (one) => one.complaintId);
  const promises = told.map((row): [number, HandedPromise[]] => [
    row.id,
    [
      ...toldPromises(row),
      ...(actionsBy.get(row.id) ?? []).map(({ what: text, owner: by, dueOn: on }) => ({
        ...{ what: 'action' as const, text, by, on },
      })),
      ...(vouchers.get(row.id) ?? []).map(({ amountMinor, validUntil: on }) => ({
        ...{ what: 'voucher' as const, amountMinor, on },
      })),
    ],
  ]);
  const owners = [...actionsBy].map(([id, own]): [number, string[]] => [
    id,
    own.flatMap(({ owner }) => (owner.trim() === '' ? [] : [owner])),
  ]);
  return {
    told: new Map(told.map((row) => [row.id, row])),
    promises: new Map(promises),
    owners: new Map(owners),
  };
}

/** Where the day lies by which it is due; on the day itself its hour decides. */
function dueOf({ clock }: ComplaintRow, days: HandedDays, timeZone: string) {
  const on = clock === null ? null : localDay(clock.dueAt, timeZone);
  const isLate = on === days.today && clock !== null && clock.minutesLeft < 0;
  return { on, standing: isLate ? ('late' as const) : standingOf(on, days) };
}

function toHanded(
  row: ComplaintRow,
  around: Around,
  days: HandedDays,
  timeZone: string,
): HandedComplaint {
  const { id, number, title, customerId, customerName, severity, state, cause, product } = row;
  return {
    ...{ id, number, title, customerId, customerName, severity, state, cause, product },
    productId: (around.told.get(id)?.productId ?? null) as ProductId | null,
    handledBy: row.handledBy,
    next: row.clock?.what ?? null,
    ...dueOf(row, days, timeZone),
    promises: [...(around.promises.get(id) ?? [])],
  };
}

/** Who is noted for a complaint: who handles it, and who is to change something because of it. */
function namesOf({ id, handledBy }: ComplaintRow, { owners }: Around): readonly string[] {
  const names = [...(handledBy === null ? [] : [handledBy]), ...(owners.get(id) ?? [])];
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}

type Handed = Pick<HandoverSheet, 'handlers' | 'ofOthers' | 'ofNobody'> & {
  readonly rows: HandedComplaint[];
};

/** Every open complaint, or those for which somebody is noted; and who is noted at all. */
export async function handedComplaints(
  ctx: ReadContext,
  days: HandedDays,
  who: string | null,
): Promise<Handed> {
  const ids = await openComplaintIds(ctx.db);
  const all = await queueRows(ctx, ids);
  const around = await aroundOf(ctx, ids);
  const named = all.map((row) => ({ row, names: namesOf(row, around) }));
  const counts = new Map<string, number>();
  for (const name of named.flatMap(({ names }) => names))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const left = named.filter(({ names }) => who === null || names.includes(who));
  const others = named.filter(({ names }) => who !== null && !names.includes(who));
  const ofNobody = others.filter(({ names }) => names.length === 0).length;
  const { timeZone } = ctx.settings;
  return {
    rows: left.map(({ row }) => toHanded(row, around, days, timeZone)).sort(byDay),
    handlers: [...counts]
      .map(([name, complaints]) => ({ name, complaints }))
      .sort((a, b) => b.complaints - a.complaints || a.name.localeCompare(b.name)),
    ...{ ofNobody, ofOthers: others.length - ofNobody },
  };
}
