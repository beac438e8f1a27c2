import { pairSides } from '#db/queries/customers/people.ts';
import { readPlanFact } from '#db/staging/plan.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { sureties } from '#shared/domain/people/score.ts';
import { AppFailure } from '#shared/errors.ts';
import type { TaskContext } from '../../context.ts';
import type { OpenDraft, PersonAnswer } from './draft-store.ts';
import { type FreshPair, planFacts } from './plan/customers/same.ts';

function foundIn(draft: OpenDraft): readonly FreshPair[] {
  return (readPlanFact(draft.staging, planFacts.pairs) as FreshPair[] | undefined) ?? [];
}

function isPair(one: { key: string; customerId: number }) {
  return (other: { key: string; customerId: number }) =>
    one.key === other.key && one.customerId === other.customerId;
}

/** Those that are open and those that were decided, in one order: a pair stays where it stood. */
export async function samePeopleOf(
  ctx: TaskContext,
  draft: OpenDraft,
  { limit }: Parsed<'imports.samePeople'>,
): Promise<Output<'imports.samePeople'>> {
  const decided = draft.state.people;
  const open = foundIn(draft).filter((pair) => !decided.some(isPair(pair)));
  const all = [...decided, ...open.map((pair) => ({ ...pair, is: null }))].sort(
    (a, b) =>
      sureties.indexOf(a.surety) - sureties.indexOf(b.surety) ||
      b.score - a.score ||
      (a.key < b.key ? -1 : a.key > b.key ? 1 : a.customerId - b.customerId),
  );
  const shown = all.slice(0, limit);
  const sides = await pairSides(
    ctx.open().db,
    shown.map(({ customerId }) => customerId),
  );
  const pairs = shown.flatMap(({ key, customerId, fresh, surety, reasons, is }) => {
    const side = sides.get(customerId);
    if (side === undefined) return [];
    const { id, name, phone, city, purchases } = side;
    const there = { id, name, phone, city, purchases };
    return [{ key, fresh, there, surety, reasons: [...reasons], is }];
  });
  return { pairs, count: all.length };
}

/** Takes the answers over. One in the files is one person of the book: the last *same* holds. */
export function decideSame(
  draft: OpenDraft,
  answers: Parsed<'imports.decideSame'>['answers'],
): void {
  let people = [...draft.state.people];
  for (const { key, customerId, is } of answers) {
    const asked = [...draft.state.people, ...foundIn(draft)].find(isPair({ key, customerId }));
    if (asked === undefined)
      throw new AppFailure({ code: 'CONFLICT', reason: 'changed-meanwhile' });
    people = people.filter(
      (one) =>
        !isPair(one)({ key, customerId }) &&
        !(is === 'same' && one.key === key && one.is === 'same'),
    );
    if (is !== null) people.push({ ...asked, is } satisfies PersonAnswer);
  }
  draft.state = { ...draft.state, revision: draft.state.revision + 1, people };
}
