import { type RawBuilder, sql } from 'kysely';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CampaignField } from '#shared/domain/campaigns/merge.ts';
import type { CampaignChannel, LeftOutReason } from '#shared/domain/vocabulary/campaigns.ts';
import type { CustomerId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';
import { idList } from '../customers/id-list.ts';
import { called } from '../customers/name.ts';
import { mayWriteIs } from '../privacy/consents.ts';
import type { Where } from '../segments/where.ts';
import {
  type Breadth,
  onceEachNumber,
  reachKinds,
  restKinds,
  sharesWith,
  type Those,
} from './same-reach.ts';

/** By what somebody is left out of a campaign; what a standing one sent counts like any other. */
export interface LeavingOut {
  readonly channel: CampaignChannel;
  readonly restDays: number;
  readonly onlyAgreed: boolean;
  /** Fields of the text that would leave a hole. */
  readonly needed: ReadonlySet<CampaignField>;
  readonly today: string;
  /** The campaign itself, once it is running: who is kept apart in it is no obstacle to it. */
  readonly campaignId: number | null;
  /** The standing campaign that asks, where one does: it writes to a number once a day. */
  readonly standingId?: number | null;
}

/** Products of what a customer bought, as `l` and `p`, the last first. */
function boughtSql(customerId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`FROM sales s CROSS JOIN sale_lines l ON l.sale_id = s.id JOIN products p ON p.id = l.product_id
    WHERE s.customer_id = ${customerId} AND s.deleted_at IS NULL AND s.is_purchase = 1 AND p.name <> ''
    ORDER BY s.sold_on DESC, s.id DESC, l.amount_minor DESC, l.id LIMIT 1`;
}

function hasNoWord(
  customerId: RawBuilder<unknown>,
  needed: LeavingOut['needed'],
): RawBuilder<unknown> {
  const named = needed.has('name') || needed.has('greeting');
  const unnamed = sql`EXISTS (SELECT 1 FROM customers n WHERE n.id = ${customerId} AND n.name = '')`;
  const unbought = sql`NOT EXISTS (SELECT 1 ${boughtSql(customerId)})`;
  return sql`(${named ? unnamed : sql`0`} OR ${needed.has('product') ? unbought : sql`0`})`;
}

/** An address that a letter finds has a street, which blanks, tabs and line ends are none; as `w`. */
export const posted = sql`trim(coalesce(w.street, ''), char(9, 10, 11, 12, 13, 32, 160)) <> ''`;

/** What is shown of where the channel reaches a customer: an address on one line, else the value. */
function reachSql(channel: CampaignChannel): RawBuilder<unknown> {
  if (channel !== 'letter') return sql`w.value`;
  return sql`trim(replace(replace(w.street, char(13), ''), char(10), ', '))
    || coalesce(', ' || nullif(w.city, ''), '')`;
}

/** Where the channel reaches a customer of that id, `w`: no chat and no SMS goes to a fixed line. */
function waysSql(customerId: RawBuilder<unknown>, channel: CampaignChannel): RawBuilder<unknown> {
  if (channel === 'letter')
    return sql`addresses w WHERE w.customer_id = ${customerId} AND ${posted}`;
  const whose = sql`contact_points w WHERE w.customer_id = ${customerId}`;
  if (channel === 'email') return sql`${whose} AND w.kind = 'email'`;
  const dialled = sql`${whose} AND w.kind = 'phone' AND w.value LIKE '+%'`;
  if (channel === 'call') return dialled;
  return sql`${dialled} AND (w.value NOT LIKE '+62%' OR w.value LIKE '+628%')`;
}

/** Whoever there is that wants no offers. */
const refusing: Those = {
  from: sql`consents r CROSS JOIN customers x ON x.id = r.customer_id`,
  where: sql`r.purpose = 'offers' AND r.is_given = 0 AND x.deleted_at IS NULL
    AND ${mayWriteIs(sql.ref('r.customer_id'), 'no')}`,
};

/** Whoever was written to a short while ago; of a campaign that is no letter also by itself, whenever. */
function writtenTo({ channel, restDays, today, campaignId, standingId }: LeavingOut): Those[] {
  const rested = addDays(today, -restDays);
  const sent = sql`r.state = 'sent' AND r.decided_on > ${rested}`;
  const [members, turns] = [sql`campaign_members r`, sql`standing_turns r`];
  // A household gets its letters one by one, in as many prints as the owner likes.
  const apart = channel === 'letter' ? sql`AND r.campaign_id IS NOT ${campaignId}` : sql``;
  const own = sql`r.campaign_id = ${campaignId} AND r.state = 'sent'`;
  const now = sql`r.standing_campaign_id = ${standingId ?? null} AND r.state = 'sent'
    AND r.decided_on = ${today}`;
  return [
    { from: members, where: sql`${sent} ${apart}` },
    { from: turns, where: sent },
    ...(campaignId === null || channel === 'letter' ? [] : [{ from: members, where: own }]),
    ...(standingId === undefined || standingId === null ? [] : [{ from: turns, where: now }]),
  ];
}

/** Why a customer of that id is left out, as SQL; null: is not. What holds of a number holds of all who share it. */
export function leftOutSql(
  customerId: RawBuilder<unknown>,
  rules: LeavingOut,
  breadth: Breadth,
): RawBuilder<LeftOutReason | null> {
  const { channel, restDays, onlyAgreed, needed, today, campaignId } = rules;
  const rested = addDays(today, -restDays);
  const refused = sharesWith(customerId, refusing, { kinds: reachKinds, breadth });
  const by = { kinds: restKinds(channel), breadth };
  const written = writtenTo(rules).map((those) => sharesWith(customerId, those, by));
  return sql<LeftOutReason | null>`CASE
    WHEN ${mayWriteIs(customerId, 'no')} OR ${refused} THEN 'refused'
    WHEN ${onlyAgreed ? mayWriteIs(customerId, 'never') : sql`0`} THEN 'unasked'
    WHEN NOT EXISTS (SELECT 1 FROM ${waysSql(customerId, channel)}) THEN 'noWay'
    WHEN EXISTS (SELECT 1 FROM campaign_members m2 WHERE m2.customer_id = ${customerId}
      AND m2.state = 'sent' AND (m2.decided_on > ${rested} OR m2.campaign_id IS ${campaignId}))
      THEN 'recent'
    WHEN EXISTS (SELECT 1 FROM standing_turns t2 WHERE t2.customer_id = ${customerId}
      AND t2.state = 'sent' AND t2.decided_on > ${rested}) THEN 'recent'
    WHEN ${sql.join(written, sql` OR `)} THEN 'recent'
    WHEN EXISTS (SELECT 1 FROM campaign_members m2 JOIN campaigns k2 ON k2.id = m2.campaign_id
      WHERE m2.customer_id = ${customerId} AND m2.state = 'held' AND m2.campaign_id IS NOT ${campaignId}
        AND (k2.ended_on IS NULL OR date(k2.ended_on, '+' || k2.response_days || ' days') >= ${today}))
      THEN 'held'
    WHEN ${hasNoWord(customerId, needed)} THEN 'noWord' END`;
}

/** Somebody who meets the conditions, and why they are left out; null: they are not. */
export interface SortedOut {
  readonly id: CustomerId;
  readonly why: LeftOutReason | null;
}

/** Everybody who meets the conditions on `customer_figures AS f`, by id; of those with one number the first. */
export async function sortOut(
  db: ReadHandle,
  wheres: readonly Where[],
  rules: LeavingOut,
): Promise<readonly SortedOut[]> {
  const found = await sql<SortedOut>`SELECT f.customer_id AS id,
      ${leftOutSql(sql.ref('f.customer_id'), rules, 'all')} AS why
    FROM customer_figures f WHERE ${sql.join([...wheres], sql` AND `)}
    ORDER BY f.customer_id`.execute(db);
  return onceEachNumber(db, rules.channel, found.rows);
}

/** How many lie in the trash, and how many were erased: neither is ever written to. */
export async function countNever(db: ReadHandle): Promise<{ inTrash: number; erased: number }> {
  const found = await sql<{ inTrash: number; erased: number }>`SELECT
      (SELECT count(*) FROM customers WHERE deleted_at IS NOT NULL AND merged_into IS NULL
        AND erased_at IS NULL) AS inTrash,
      (SELECT count(*) FROM customers WHERE erased_at IS NOT NULL) AS erased`.execute(db);
  return found.rows[0] ?? { inTrash: 0, erased: 0 };
}

/** What a text to somebody is made of, and where it goes. */
export interface Receiver {
  readonly id: CustomerId;
  /** As it is written down; empty: without one. */
  readonly name: string;
  /** How they are named wherever one is. */
  readonly called: string;
  readonly reach: string;
  readonly product: string | null;
  readonly lastPurchaseOn: string | null;
  readonly points: number;
}

/** Of these customers, in the order of their ids. */
export async function receivers(
  db: ReadHandle,
  ids: readonly number[],
  channel: CampaignChannel,
): Promise<Receiver[]> {
  const found = await sql<Receiver>`SELECT c.id, c.name, ${called} AS called,
      coalesce((SELECT ${reachSql(channel)} FROM ${waysSql(sql.ref('c.id'), channel)}
        ORDER BY w.position, w.id LIMIT 1), '') AS reach,
      (SELECT p.name ${boughtSql(sql.ref('c.id'))}) AS product,
      (SELECT f.last_purchase_on FROM customer_figures f WHERE f.customer_id = c.id) AS lastPurchaseOn,
      coalesce((SELECT f.points FROM customer_figures f WHERE f.customer_id = c.id), 0) AS points
    FROM customers c WHERE c.id IN ${idList(ids)} ORDER BY c.id`.execute(db);
  return found.rows;
}

/** What customers are called, in the order of the ids given. */
export async function namesOf(
  db: ReadHandle,
  ids: readonly CustomerId[],
): Promise<{ customerId: CustomerId; name: string }[]> {
  const found = await sql<{ id: CustomerId; name: string }>`SELECT c.id, ${called} AS name
    FROM customers c WHERE c.id IN ${idList(ids)}`.execute(db);
  const names = new Map(found.rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => ({ customerId: id, name: names.get(id) ?? '' }));
}
