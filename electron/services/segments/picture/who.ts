import { picturedCities, picturedPeople } from '#db/queries/segments/picture/people.ts';
import { ageBands, ageOn, bandOf } from '#shared/domain/picture/ages.ts';
import { middleOf } from '#shared/domain/picture/few.ts';
import type { ReadContext } from '../../../context.ts';
import { besideOf, type Figures, onSides, type Sides, shown } from './sides.ts';

const mostCities = 8;

type Person = Awaited<ReturnType<typeof picturedPeople>>[number];

function agesOf(sides: Sides, people: readonly Person[], today: string) {
  const known = people.flatMap(({ id, birthdayOn }) => {
    const age = birthdayOn === null ? null : ageOn(birthdayOn, today);
    return age === null ? [] : [{ id, age }];
  });
  const ids = known.map(({ id }) => id);
  const own = known.filter(({ id }) => sides.members.has(id)).map(({ age }) => age);
  return {
    ageKnown: besideOf(sides, ids),
    medianAge: middleOf(own.toSorted((one, other) => one - other)),
    ages: ageBands.map((band) => ({
      band,
      people: besideOf(
        sides,
        known.filter(({ age }) => bandOf(age) === band).map(({ id }) => id),
        ids,
      ),
    })),
  };
}

type Who = Figures<
  'ageKnown' | 'ages' | 'birthdays' | 'businesses' | 'medianAge' | 'men' | 'women'
>;

/** Of what kind and age they are, as far as it is known. */
export async function whoFigures({ db, today }: ReadContext, sides: Sides): Promise<Who> {
  const people = await picturedPeople(db);
  const ids = (test: (person: Person) => boolean) => people.filter(test).map(({ id }) => id);
  const gendered = ids(({ gender }) => gender !== null);
  return {
    businesses: besideOf(
      sides,
      ids(({ kind }) => kind === 'business'),
    ),
    women: besideOf(
      sides,
      ids(({ gender }) => gender === 'female'),
      gendered,
    ),
    men: besideOf(
      sides,
      ids(({ gender }) => gender === 'male'),
      gendered,
    ),
    birthdays: besideOf(
      sides,
      ids(({ birthdayOn }) => birthdayOn !== null),
    ),
    ...agesOf(sides, people, today),
  };
}

/** Where they live, as far as it is known; a city of few is not named. */
export async function whereFigures(
  { db }: ReadContext,
  sides: Sides,
): Promise<Figures<'cities' | 'cityKnown' | 'restCities'>> {
  const lived = await picturedCities(db);
  const known = lived.map(({ customerId }) => customerId);
  const all = [...Map.groupBy(lived, ({ city }) => city.toLowerCase())]
    .map(([, rows]) => ({
      city: rows[0]?.city ?? '',
      ids: rows.map(({ customerId }) => customerId),
      people: besideOf(
        sides,
        rows.map(({ customerId }) => customerId),
        known,
      ),
    }))
    .filter(({ people }) => people.part > 0)
    .sort((a, b) => b.people.part - a.people.part || a.city.localeCompare(b.city));
  const { rows, rest } = shown(all, ({ people }) => people.part, mostCities);
  const [people] = onSides(
    sides,
    rest.flatMap(({ ids }) => ids),
  );
  return {
    cityKnown: besideOf(sides, known),
    cities: rows.map(({ city, people: own }) => ({ city, people: own })),
    restCities: { things: rest.length, people },
  };
}
