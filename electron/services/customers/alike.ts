import { pairSides } from '#db/queries/customers/people.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { phoneDigits, readPhones } from '#shared/domain/text/phone.ts';
import type { ReadContext } from '../../context.ts';
import { peopleNear } from './near.ts';

const mostShown = 3;

/** Who may be meant by what was typed of somebody new, the likeliest first. */
export async function findAlikeTo(
  ctx: ReadContext,
  { name, phone, email, city }: Parsed<'customers.alike'>,
): Promise<Output<'customers.alike'>> {
  const phones = readPhones(phone, ctx.settings.country).phones.map(phoneDigits);
  const emails = email.includes('@') ? [email.trim().toLowerCase()] : [];
  const near = await peopleNear(ctx.db, { id: 0, name, phones, emails, city });
  const alike = near.slice(0, mostShown);
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
