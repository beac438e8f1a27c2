import type { RawHandle } from '../../file/client.ts';
import { draftsOf } from '../sales/drafts.ts';
import { countImportRows, countMentions, identityOf } from './mentions.ts';
import { countPerson, findPerson, forgetPerson, goingTables } from './person.ts';

/** What is found of a person in the shop's own file. */
export interface PersonSurvey {
  readonly goes: { readonly table: string; readonly count: number }[];
  readonly stays: { readonly table: string; readonly count: number }[];
  readonly revenueMinor: number;
  readonly isLocked: boolean;
  readonly importRows: number;
  readonly mentions: number;
}

const lockedSale = `SELECT 1 FROM person p CROSS JOIN sales s ON s.id = p.id
  CROSS JOIN period_locks l ON l.unlocked_at IS NULL AND s.sold_on BETWEEN l.from_on AND l.to_on
  WHERE p.entity = 'sales' LIMIT 1`;

/** Looks through all that is known of somebody, in the caller's snapshot; nothing is changed. */
export function surveyPerson(raw: RawHandle, customerId: number): PersonSurvey {
  findPerson(raw, customerId);
  try {
    const counted = countPerson(raw).filter(({ table }) => table !== 'customers');
    const isGoing = ({ table }: { readonly table: string }) =>
      goingTables.some((one) => one === table);
    const identity = identityOf(raw, customerId);
    const revenue = raw
      .prepare(
        `SELECT coalesce(sum(s.revenue_minor), 0) FROM person p CROSS JOIN sales s ON s.id = p.id
         WHERE p.entity = 'sales' AND s.deleted_at IS NULL`,
      )
      .pluck()
      .get();
    const drafts = { table: 'sale_drafts', count: draftsOf(raw, customerId, identity).length };
    return {
      goes: [...counted.filter(isGoing), ...(drafts.count > 0 ? [drafts] : [])],
      stays: counted.filter((one) => !isGoing(one)),
      revenueMinor: Number(revenue),
      isLocked: raw.prepare(lockedSale).get() !== undefined,
      importRows: countImportRows(raw, identity),
      mentions: countMentions(raw, identity),
    };
  } finally {
    forgetPerson(raw);
  }
}
