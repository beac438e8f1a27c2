import { bestMatches } from '#db/queries/customers/list.ts';
import { factsOfFew, holdersOf, pairSides } from '#db/queries/customers/people.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { personOf } from '#shared/domain/people/person.ts';
import { likenessOf, type Surety } from '#shared/domain/people/score.ts';
import { bareNameKey } from '#shared/domain/text/names.ts';
import { phoneDigits, readPhones } from '#shared/domain/text/phone.ts';
import type { ReadContext } from '../../context.ts';

const mostShown = 3;
const mostLookedAt = 25;
const rank: Record<Surety, number> = { certain: 0, likely: 1, possible: 2 };

/** Who may be meant by what was typed of somebody new, the likeliest first. */
export async function findAlikeTo(
  ctx: ReadContext,
  { name, phone, email, city }: Parsed<'customers.alike'>,
): Promise<Output<'customers.alike'>> {
  const phones = readPhones(phone, ctx.settings.country).phones.map(phoneDigits);
  const emails = email.includes('@') ? [email.trim().toLowerCase()] : [];
  const typed = personOf({ id: 0, name, phones, emails, city });
  const words = typed.words.length === 0 ? '' : bareNameKey(name);
  const found = words === '' ? [] : await bestMatches(ctx.db, words, mostLookedAt);
  const holders = await holdersOf(ctx.db, [
    ...phones.map((key) => ({ kind: 'phone' as const, key })),
    ...emails.map((key) => ({ kind: 'email' as const, key })),
  ]);
  const ids = [...new Set([...holders, ...found.map(({ id }) => id)])];
  const people = (await factsOfFew(ctx.db, ids)).map((facts) => personOf(facts));
  const usual = {
    sharing: (key: string) =>
      people.filter((one) => one.phones.includes(key) || one.emails.includes(key)).length,
    named: (sorted: string) => people.filter((one) => one.sorted === sorted).length,
  };
  const alike = people
    .map((person) => ({ person, ...likenessOf(typed, person, usual) }))
    .flatMap(({ surety, ...one }) => (surety === null ? [] : [{ ...one, surety }]))
    .sort((a, b) => rank[a.surety] - rank[b.surety] || b.score - a.score)
    .slice(0, mostShown);
  const sides = await pairSides(
    ctx.db,
    alike.map(({ person }) => person.id),
  );
  return alike.flatMap(({ person, surety, reasons }) => {
    const side = sides.get(person.id);
    if (side === undefined) return [];
    const { isLocked: _, ...shown } = side;
    return [{ ...shown, surety, reasons: [...reasons] }];
  });
}
