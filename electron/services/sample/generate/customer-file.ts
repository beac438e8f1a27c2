import { dayNumber } from '#shared/domain/calendar/dates.ts';
import { slashDate } from './calendar.ts';
import type { SamplePerson } from './people.ts';
import { damagedPhone } from './phones.ts';
import type { SamplePlace } from './place/place.ts';
import { createRandom, type Random } from './random.ts';
import type { SampleFile, Writing } from './sample-file.ts';

/** How the shop's list departs from one clean row a person; ids of the people it happens to. */
export type ListFlaws = {
  /** The number is `6.28E+12`: a spreadsheet took it for a quantity. */
  damagedPhone: ReadonlySet<number>;
  /** Written down twice, the same number in another form. */
  repeated: ReadonlySet<number>;
  /** Written down twice, the second time with another number: only a person can tell. */
  secondNumber: ReadonlySet<number>;
};

/** Chooses the flawed rows among listed people who have bought at the till. */
export function chooseFlaws(
  seed: number,
  people: readonly SamplePerson[],
  boughtAtTill: ReadonlySet<number>,
): ListFlaws {
  const random = createRandom(seed, 'flaws');
  const candidates = people.filter(
    ({ id, isListed, kind }) => isListed && kind === 'person' && id > 0 && boughtAtTill.has(id),
  );
  const take = (count: number): Set<number> => {
    const taken = new Set<number>();
    while (taken.size < count && candidates.length > 0) {
      const [person] = candidates.splice(random.integer(0, candidates.length - 1), 1);
      if (person !== undefined) taken.add(person.id);
    }
    return taken;
  };
  return { damagedPhone: take(4), repeated: take(6), secondNumber: take(3) };
}

/** The shop's own list, `;` between the fields, in the order in which people came. */
export function customerFile(
  seed: number,
  people: readonly SamplePerson[],
  flaws: ListFlaws,
  { place, isAbroad }: Writing,
): SampleFile {
  const { name, titles, writtenTwice, newNumber } = place.files.list;
  const typed = (phone: SamplePerson['phone']) =>
    String(place.phones.typed(phone, random, isAbroad));
  const random = createRandom(seed, 'customer file');
  const listed = people
    .filter((person) => person.isListed)
    .sort((one, other) => one.since - other.since || one.id - other.id);
  const rows = listed.map((person) => {
    const phone = flaws.damagedPhone.has(person.id)
      ? damagedPhone(person.phone)
      : typed(person.phone);
    return personRow(person, { name: listName(person, place, random), phone, note: '' }, place);
  });
  for (const person of listed) {
    if (flaws.repeated.has(person.id)) {
      const phone = typed(person.phone);
      rows.push(personRow(person, { name: person.name, phone, note: writtenTwice }, place));
    }
    if (flaws.secondNumber.has(person.id)) {
      const phone = typed(place.phones.mobile(people.length + person.id));
      rows.push(personRow(person, { name: person.name, phone, note: newNumber }, place));
    }
  }
  const numbered = rows.map((row, index) => [`P${String(index + 1).padStart(4, '0')}`, ...row]);
  return { kind: 'csv', name, separator: ';', rows: [[...titles], ...numbered] };
}

function listName(person: SamplePerson, { people }: SamplePlace, random: Random): string {
  if (person.title === '' || random.chance(0.35)) return person.name;
  const title =
    person.title === people.mansTitle && random.chance(0.5) ? people.mansTitleToo : person.title;
  return `${title} ${person.name}`;
}

function personRow(
  person: SamplePerson,
  { name, phone, note }: { name: string; phone: string; note: string },
  { files }: SamplePlace,
): string[] {
  return [
    name,
    phone,
    person.email ?? '',
    person.address,
    person.city,
    person.birthday === null ? '' : slashDate(dayNumber(person.birthday)),
    files.list[person.kind],
    person.occupation ?? '',
    person.source,
    person.referredBy ?? '',
    person.tags.join(', '),
    note,
  ];
}
