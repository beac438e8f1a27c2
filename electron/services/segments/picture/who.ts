import { picturedCities, picturedPeople } from '#db/queries/segments/picture/people.ts';
import { ageBands, ageOn, bandOf } from '#shared/domain/picture/ages.ts';
import { middleOf } from '#shared/domain/picture/few.ts';
import type { ReadContext } from '../../../context.ts';
import { among, besideOf, each, type Figures, groupOf, type Sides } from './sides.ts';

const mostCities = 8;

type Person = Awaited<ReturnType<typeof picturedPeople>>[number];

function agesOf(sides: Sides, people: readonly Person[], today: string) {
  const aged = people.map(({ id, birthdayOn }) => ({
    id,
    age: birthdayOn === null ? null : ageOn(birthdayOn, today),
  }));
  const known = aged.flatMap(({ id, age }) => (age === null ? [] : [{ id, age }]));
  const unknown = aged.filter(({ age }) => age === null).map(({ id }) => id);
  const group = groupOf(sides, {
    parts: ageBands.map((band) =>
      each(known.filter(({ age }) => bandOf(age) === band).map(({ id }) => id)),
    ),
    ...{ unknown: each(unknown), isOfPeople: true },
  });
  const own = known.filter(({ id }) => sides.members.has(id)).map(({ age }) => age);
  return {
    own,
    ageKnown: group.known,
    medianAge: middleOf(own.toSorted((one, other) => one - other)),
    ages: group.besides.flatMap((beside, at) => {
      const band = ageBands[at];
      return band === undefined ? [] : [{ band, people: beside }];
    }),
  };
}

type Who = Figures<
  'ageKnown' | 'ages' | 'birthdays' | 'businesses' | 'genderKnown' | 'medianAge' | 'men' | 'women'
>;

/** Of what kind and age they are, as far as it is known. */
export async function whoFigures({ db, today }: ReadContext, sides: Sides): Promise<Who> {
  const people = await picturedPeople(db);
  const ids = (test: (person: Person) => boolean) => people.filter(test).map(({ id }) => id);
  const genders = groupOf(sides, {
    parts: [
      each(ids(({ gender }) => gender === 'female')),
      each(ids(({ gender }) => gender === 'male')),
    ],
    ...{ unknown: each(ids(({ gender }) => gender === null)), isOfPeople: true },
  });
  const [women, men] = genders.besides;
  const none = besideOf(sides, []);
  const { own, ...ages } = agesOf(sides, people, today);
  const born = ids(({ birthdayOn }) => birthdayOn !== null);
  return {
    businesses: besideOf(
      sides,
      ids(({ kind }) => kind === 'business'),
    ),
    ...{ genderKnown: genders.known, women: women ?? none, men: men ?? none },
    birthdays: besideOf(sides, born, own.length),
    ...ages,
  };
}

/** Where they live, as far as it is known; a city of few is not named. */
export async function whereFigures(
  { db }: ReadContext,
  sides: Sides,
): Promise<Figures<'cities' | 'cityKnown' | 'restCities'>> {
  const lived = await picturedCities(db);
  const known = new Set(lived.map(({ customerId }) => customerId));
  const everybody = [...sides.members, ...sides.others];
  const all = [...Map.groupBy(lived, ({ city }) => city.toLowerCase())]
    .map(([, rows]) => ({
      city: rows[0]?.city ?? '',
      ids: rows.map(({ customerId }) => customerId),
    }))
    .map((one) => ({ ...one, own: among(sides.members, one.ids).size }))
    .sort((a, b) => b.own - a.own || a.city.localeCompare(b.city));
  const group = groupOf(sides, {
    parts: all.map(({ ids }) => each(ids)),
    unknown: each(everybody.filter((id) => !known.has(id))),
    isOfPeople: true,
  });
  const livedIn = all.flatMap(({ city, own }, at) => {
    const people = group.besides[at];
    return own === 0 || people === undefined ? [] : [{ city, people }];
  });
  const cities = livedIn.filter(({ people }) => people.part !== 'unsaid').slice(0, mostCities);
  return { cityKnown: group.known, cities, restCities: livedIn.length - cities.length };
}
