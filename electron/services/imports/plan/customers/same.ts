import type { RawHandle } from '#db/file/client.ts';
import { peopleFacts } from '#db/queries/customers/people.ts';
import { writePlanFact } from '#db/staging/plan.ts';
import type { Staging } from '#db/staging/staging.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { findSamePeople } from '#shared/domain/people/find-pairs.ts';
import { type PersonFacts, personOf, Sounds } from '#shared/domain/people/person.ts';
import type { SameReason, Surety } from '#shared/domain/people/score.ts';
import { takeLongStep } from '../../../../tasks/pulse.ts';
import type { PersonAnswer } from '../../draft-store.ts';
import type { CustomerSlot } from './slot.ts';

/** Somebody new who may be somebody who is there, as a check has found it. */
export interface FreshPair {
  readonly key: string;
  readonly customerId: number;
  readonly fresh: {
    readonly name: string;
    readonly phone: string | null;
    readonly city: string | null;
  };
  readonly surety: Surety;
  readonly score: number;
  readonly reasons: readonly SameReason[];
}

/** Names of what a plan keeps of it. */
export const planFacts = { pairs: 'samePeople', apart: 'toldApart' } as const;
/** More than these wait on the page for it. */
const mostAsked = 1000;

function factsOf({ id, facts, points, identifiers, addresses }: CustomerSlot): PersonFacts {
  const keys = (kind: string) =>
    points.filter((point) => point.kind === kind).map(({ matchKey }) => matchKey);
  return {
    id,
    name: facts.name ?? '',
    gender: facts.gender,
    birthdayOn: facts.birthday_on,
    taxId: facts.tax_id,
    phones: keys('phone'),
    emails: keys('email'),
    codes: identifiers.map(({ scheme, value }) => `${scheme} ${value}`),
    street: addresses[0]?.parts.street ?? null,
    city: addresses[0]?.parts.city ?? null,
  };
}

/** What the shop shows of one in a pair. */
function shown({ facts, points, addresses }: CustomerSlot): FreshPair['fresh'] {
  return {
    name: facts.name ?? '',
    phone: points.find(({ kind }) => kind === 'phone')?.value ?? null,
    city: addresses[0]?.parts.city ?? null,
  };
}

/** Every pair of one new and one who is there, the surest first. */
function pairsOf(raw: RawHandle, fresh: ReadonlyMap<number, CustomerSlot>): FreshPair[] {
  const sounds = new Sounds();
  const there = peopleFacts(raw, null).map((facts) => personOf(facts, sounds));
  const people = [...fresh.values()].map((slot) => personOf(factsOf(slot), sounds));
  const isFresh = (id: number) => fresh.has(id);
  const found = findSamePeople([...there, ...people], (a, b) => isFresh(a.id) !== isFresh(b.id));
  return found.flatMap(({ a, b, likeness: { score, surety, reasons } }) => {
    const [mine, theirs] = isFresh(a.id) ? [a.id, b.id] : [b.id, a.id];
    const slot = fresh.get(mine);
    if (slot === undefined || surety === 'possible') return [];
    return [{ key: slot.key, customerId: theirs, fresh: shown(slot), surety, score, reasons }];
  });
}

/** What is found of the new ones among those who are there, and what was said of them. */
export class SamePeople {
  readonly counts: ImportReport['samePeople'] = { certain: 0, likely: 0, joined: 0, apart: 0 };
  readonly #answers: readonly PersonAnswer[];

  constructor(answers: readonly PersonAnswer[]) {
    this.#answers = answers;
  }

  find(raw: RawHandle, staging: Staging, slots: Iterable<CustomerSlot>): void {
    const fresh = new Map<number, CustomerSlot>();
    const byKey = new Map<string, number>();
    const joined = new Set<string>();
    for (const slot of slots) {
      if (slot.isNew) {
        fresh.set(slot.id, slot);
        byKey.set(slot.key, slot.id);
      } else for (const key of slot.meantBy) joined.add(key);
    }
    const apart = this.#answers.filter(({ key, is }) => is === 'apart' && byKey.has(key));
    const decided = new Set(apart.map(({ key, customerId }) => `${customerId} ${key}`));
    const found = fresh.size === 0 ? [] : takeLongStep(() => pairsOf(raw, fresh));
    const open = found.filter(({ key, customerId }) => !decided.has(`${customerId} ${key}`));
    for (const { surety } of open) if (surety !== 'possible') this.counts[surety] += 1;
    this.counts.joined = joined.size;
    this.counts.apart = apart.length;
    writePlanFact(staging, planFacts.pairs, open.slice(0, mostAsked));
    const told = apart.map(({ key, customerId }) => [byKey.get(key) ?? 0, customerId]);
    writePlanFact(staging, planFacts.apart, told);
  }
}
