import type { ContactChannel } from '#shared/contract/interactions/interactions.ts';
import type { ClaimRemedy, ClaimVerdict } from '#shared/domain/guarantee.ts';
import { proposedVerdict } from '#shared/domain/guarantee.ts';
import type { CustomerId } from '#shared/ids.ts';

/** Whose claim it is. */
export interface Claimer {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly phone: string | null;
}

/** What is typed in the third step. Null: not chosen yet, what the dates say goes. */
export interface ClaimDraft {
  readonly problem: string;
  readonly verdict: ClaimVerdict | null;
  readonly remedy: Exclude<ClaimRemedy, 'none'> | 'none' | null;
  readonly promisedOn: string | null;
  readonly cost: string;
  readonly channel: ContactChannel;
  readonly asComplaint: boolean;
}

export const EMPTY_CLAIM: ClaimDraft = {
  problem: '',
  verdict: null,
  remedy: null,
  promisedOn: null,
  cost: '',
  channel: 'visit',
  asComplaint: true,
};

/** The verdicts that can be true with so many days left, the proposed one first. */
export function verdictsFor(daysLeft: number | null): readonly ClaimVerdict[] {
  return proposedVerdict(daysLeft) === 'covered'
    ? ['covered', 'excluded', 'goodwill']
    : ['expired', 'goodwill'];
}

/** What may be given for a verdict; nothing where it is refused. */
export function remediesFor(verdict: ClaimVerdict): readonly ClaimRemedy[] {
  if (verdict === 'covered') return ['repair', 'replace', 'refund', 'none'];
  return verdict === 'goodwill' ? ['repair', 'replace', 'refund'] : ['none'];
}

/** Draft and dates together: what would be saved. */
export function decided(
  draft: ClaimDraft,
  daysLeft: number | null,
): { readonly verdict: ClaimVerdict; readonly remedy: ClaimRemedy } {
  const verdicts = verdictsFor(daysLeft);
  const verdict =
    draft.verdict !== null && verdicts.includes(draft.verdict)
      ? draft.verdict
      : proposedVerdict(daysLeft);
  const [first = 'none', ...rest] = remediesFor(verdict);
  const remedy =
    draft.remedy !== null && [first, ...rest].includes(draft.remedy) ? draft.remedy : first;
  return { verdict, remedy };
}
