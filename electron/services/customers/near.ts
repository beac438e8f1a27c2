import type { ReadHandle } from '#db/file/client.ts';
import { bestMatches } from '#db/queries/customers/list.ts';
import { factsOfFew, holdersOf, holdersOfCodes } from '#db/queries/customers/people.ts';
import { type Person, type PersonFacts, personOf } from '#shared/domain/people/person.ts';
import { likenessOf, type SameReason, type Surety } from '#shared/domain/people/score.ts';
import { bareNameKey } from '#shared/domain/text/names.ts';

const mostLookedAt = 25;
const rank: Record<Surety, number> = { certain: 0, likely: 1, possible: 2 };

export interface NearPerson {
  readonly person: Person;
  readonly surety: Surety;
  readonly score: number;
  readonly reasons: readonly SameReason[];
}

/**
 * Who may be the same as one person, the likeliest first: looks only at those who have a key of theirs, or are
 * called like them.
 */
export async function peopleNear(db: ReadHandle, facts: PersonFacts): Promise<NearPerson[]> {
  const one = personOf(facts);
  const words = one.words.length === 0 ? '' : bareNameKey(facts.name);
  const named = words === '' ? [] : await bestMatches(db, words, mostLookedAt);
  const holders = await holdersOf(db, [
    ...one.phones.map((key) => ({ kind: 'phone' as const, key })),
    ...one.emails.map((key) => ({ kind: 'email' as const, key })),
  ]);
  const coded = await holdersOfCodes(db, facts.codes ?? []);
  const ids = new Set([...holders, ...coded, ...named.map(({ id }) => id)]);
  const people = (await factsOfFew(db, [...ids])).map((each) => personOf(each));
  const usual = {
    sharing: (key: string) =>
      people.filter((each) => each.phones.includes(key) || each.emails.includes(key)).length,
    named: (sorted: string) => people.filter((each) => each.sorted === sorted).length,
  };
  return people
    .filter(({ id }) => id !== facts.id)
    .map((person) => ({ person, ...likenessOf(one, person, usual) }))
    .flatMap(({ surety, ...near }) => (surety === null ? [] : [{ ...near, surety }]))
    .sort((a, b) => rank[a.surety] - rank[b.surety] || b.score - a.score);
}
