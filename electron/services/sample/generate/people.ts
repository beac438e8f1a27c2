import { type Day, firstDayOf } from './calendar.ts';
import type { SamplePhone } from './phones.ts';
import type { SamplePlace } from './place/place.ts';
import { createRandom, type Random } from './random.ts';

/** `slipped` came regularly and then fell silent; `new` came first within the last two months. */
export type Habit = 'prospect' | 'once' | 'occasional' | 'regular' | 'slipped' | 'new';

export type SamplePerson = {
  id: number;
  kind: 'person' | 'business';
  habit: Habit;
  /** `Bpk`, `Mrs`, or nothing. */
  title: string;
  name: string;
  phone: SamplePhone;
  email: string | null;
  address: string;
  city: string;
  birthday: string | null;
  occupation: string | null;
  source: string;
  referredBy: string | null;
  tags: string[];
  since: Day;
  /** Stands in the shop's customer list; the others are known from the till only. */
  isListed: boolean;
  buysOnline: boolean;
  /** A business's usual order in kilograms; for a person how richly they buy, 1 on average. */
  size: number;
};

const peopleCount = 400;
const businessShare = 0.15;

const personHabits = [
  ['prospect', 9],
  ['once', 25],
  ['occasional', 35],
  ['regular', 19],
  ['slipped', 8],
  ['new', 4],
] as const;

const businessHabits = [
  ['prospect', 13],
  ['once', 8],
  ['occasional', 26],
  ['regular', 38],
  ['slipped', 12],
  ['new', 3],
] as const;

/** Everybody the shop knows, Elok first; the same seed and day give the same people. */
export function createPeople(seed: number, today: Day, place: SamplePlace): SamplePerson[] {
  const random = createRandom(seed, 'people');
  const usedNames = new Set([place.people.best.name]);
  const people = [createBest(today, place)];
  const draw = { today, place, random, usedNames };
  while (people.length < peopleCount) {
    const id = people.length;
    const person = random.chance(businessShare) ? createBusiness(id, draw) : createPerson(id, draw);
    people.push({ ...person, ...referral(person, people, draw) });
  }
  return people;
}

interface Draw {
  readonly today: Day;
  readonly place: SamplePlace;
  readonly random: Random;
  readonly usedNames: Set<string>;
}

function createBest(today: Day, { people, phones }: SamplePlace): SamplePerson {
  return {
    ...people.best,
    id: 0,
    kind: 'person',
    habit: 'regular',
    phone: phones.mobile(0),
    email: null,
    referredBy: null,
    tags: [...people.best.tags],
    since: firstDayOf(today),
    isListed: true,
    buysOnline: false,
    size: 1,
  };
}

function createPerson(id: number, { today, place, random, usedNames }: Draw): SamplePerson {
  const { people, phones } = place;
  const isWoman = random.chance(0.56);
  const firstNames = isWoman ? people.womensNames : people.mensNames;
  const draw = () => `${random.pick(firstNames)} ${random.pick(people.familyNames)}`;
  const name = unusedName(draw, usedNames);
  const habit = random.weighted(personHabits);
  const buysOnline = random.chance(0.15);
  const born = 1956 + Math.floor((random.next() + random.next()) * 25);
  return {
    id,
    kind: 'person',
    habit,
    title: random.chance(0.6) ? (isWoman ? people.womansTitle : people.mansTitle) : '',
    name,
    phone: phones.mobile(id),
    email: random.chance(0.3)
      ? `${name.toLowerCase().replace(' ', '.')}@${people.mailDomain}`
      : null,
    ...home(people, random),
    birthday: random.chance(0.55) ? birthday(born, random) : null,
    occupation: random.chance(0.5) ? random.pick(people.occupations) : null,
    source: random.weighted(people.sources),
    referredBy: null,
    tags: random.chance(0.45) ? [random.pick(people.tastes)] : [],
    since: firstVisit(habit, today, random),
    isListed: buysOnline || habit === 'prospect' || random.chance(0.9),
    buysOnline,
    size: random.logNormal(1, 0.45),
  };
}

function createBusiness(id: number, { today, place, random, usedNames }: Draw): SamplePerson {
  const { people, phones } = place;
  const [kind, trade] = random.pick(people.businessKinds);
  const draw = () => people.businessName(kind, random.pick(people.businessNames));
  const name = unusedName(draw, usedNames);
  const habit = random.weighted(businessHabits);
  const mail = name.toLowerCase().replaceAll(' ', '');
  return {
    id,
    kind: 'business',
    habit,
    title: '',
    name,
    phone: random.chance(0.12) ? phones.landline(id) : phones.mobile(id),
    email: random.chance(0.6) ? `${people.ordersMailbox}@${mail}.example` : null,
    ...home(people, random),
    birthday: null,
    occupation: null,
    source: random.weighted(people.sources),
    referredBy: null,
    tags: [people.businessTag, trade.toLowerCase()],
    since: firstVisit(habit, today, random),
    isListed: random.chance(0.95) || habit === 'prospect',
    buysOnline: false,
    size: random.logNormal(1.25, 0.35),
  };
}

function unusedName(draw: () => string, used: Set<string>): string {
  let name = draw();
  while (used.has(name)) name = draw();
  used.add(name);
  return name;
}

function home(
  { streets, towns, address }: SamplePlace['people'],
  random: Random,
): { address: string; city: string } {
  const street = random.pick(streets);
  return { address: address(street, random.integer(1, 98)), city: random.weighted(towns) };
}

function birthday(year: number, random: Random): string {
  const month = String(random.integer(1, 12)).padStart(2, '0');
  return `${year}-${month}-${String(random.integer(1, 28)).padStart(2, '0')}`;
}

/** A third were there when the files begin; the others came over the years, a little more lately. */
function firstVisit(habit: Habit, today: Day, random: Random): Day {
  if (habit === 'new') return today - random.integer(3, 60);
  const first = firstDayOf(today);
  const latest = today - (habit === 'slipped' ? 330 : habit === 'regular' ? 150 : 20);
  if (random.chance(0.35)) return first + random.integer(0, 40);
  return first + Math.floor((latest - first) * random.next() ** 0.85);
}

function referral(
  person: SamplePerson,
  earlier: readonly SamplePerson[],
  { place, random }: Draw,
): Pick<SamplePerson, 'referredBy'> {
  const known = earlier.filter((one) => one.isListed && one.since < person.since);
  if (person.source !== place.people.byFriend || known.length === 0) return { referredBy: null };
  return { referredBy: random.chance(0.7) ? random.pick(known).name : null };
}
