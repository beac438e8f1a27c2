import { type Day, firstDayOf } from './calendar.ts';
import {
  businessKinds,
  businessNames,
  familyNames,
  mensNames,
  occupations,
  sources,
  streets,
  tastes,
  towns,
  womensNames,
} from './names.ts';
import { landlineNumber, mobileNumber, type SamplePhone } from './phones.ts';
import { createRandom, type Random } from './random.ts';

/** `slipped` came regularly and then fell silent; `new` came first within the last two months. */
export type Habit = 'prospect' | 'once' | 'occasional' | 'regular' | 'slipped' | 'new';

export type SamplePerson = {
  id: number;
  kind: 'person' | 'business';
  habit: Habit;
  /** `Bpk`, `Ibu`, or nothing. */
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

/** The customer of the basic formula's example: Rp 275.000 twice a month for three years. */
export const elokName = 'Elok Kusumawati';

/** Everybody the shop knows, Elok first; the same seed and day give the same people. */
export function createPeople(seed: number, today: Day): SamplePerson[] {
  const random = createRandom(seed, 'people');
  const usedNames = new Set([elokName]);
  const people = [createElok(today)];
  while (people.length < peopleCount) {
    const id = people.length;
    const person = random.chance(businessShare)
      ? createBusiness(id, today, random, usedNames)
      : createPerson(id, today, random, usedNames);
    people.push({ ...person, ...referral(person, people, random) });
  }
  return people;
}

function createElok(today: Day): SamplePerson {
  return {
    id: 0,
    kind: 'person',
    habit: 'regular',
    title: 'Ibu',
    name: elokName,
    phone: mobileNumber(0),
    email: null,
    address: 'Jl. Kenanga 14',
    city: 'Sleman',
    birthday: '1987-08-21',
    occupation: 'Guru',
    source: 'Lewat depan toko',
    referredBy: null,
    tags: ['langganan', 'antar ke rumah'],
    since: firstDayOf(today),
    isListed: true,
    buysOnline: false,
    size: 1,
  };
}

function createPerson(id: number, today: Day, random: Random, used: Set<string>): SamplePerson {
  const isWoman = random.chance(0.56);
  const firstNames = isWoman ? womensNames : mensNames;
  const draw = () => `${random.pick(firstNames)} ${random.pick(familyNames)}`;
  const name = unusedName(draw, used);
  const habit = random.weighted(personHabits);
  const buysOnline = random.chance(0.15);
  const born = 1956 + Math.floor((random.next() + random.next()) * 25);
  return {
    id,
    kind: 'person',
    habit,
    title: random.chance(0.6) ? (isWoman ? 'Ibu' : 'Bpk') : '',
    name,
    phone: mobileNumber(id),
    email: random.chance(0.3) ? `${name.toLowerCase().replace(' ', '.')}@contoh.example` : null,
    ...home(random),
    birthday: random.chance(0.55) ? birthday(born, random) : null,
    occupation: random.chance(0.5) ? random.pick(occupations) : null,
    source: random.weighted(sources),
    referredBy: null,
    tags: random.chance(0.45) ? [random.pick(tastes)] : [],
    since: firstVisit(habit, today, random),
    isListed: buysOnline || habit === 'prospect' || random.chance(0.9),
    buysOnline,
    size: random.logNormal(1, 0.45),
  };
}

function createBusiness(id: number, today: Day, random: Random, used: Set<string>): SamplePerson {
  const [prefix, trade] = random.pick(businessKinds);
  const name = unusedName(() => `${prefix} ${random.pick(businessNames)}`, used);
  const habit = random.weighted(businessHabits);
  const mail = name.toLowerCase().replaceAll(' ', '');
  return {
    id,
    kind: 'business',
    habit,
    title: '',
    name,
    phone: random.chance(0.12) ? landlineNumber(id) : mobileNumber(id),
    email: random.chance(0.6) ? `pesan@${mail}.example` : null,
    ...home(random),
    birthday: null,
    occupation: null,
    source: random.weighted(sources),
    referredBy: null,
    tags: ['usaha', trade.toLowerCase()],
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

function home(random: Random): { address: string; city: string } {
  const address = `${random.pick(streets)} ${random.integer(1, 98)}`;
  return { address, city: random.weighted(towns) };
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
  random: Random,
): Pick<SamplePerson, 'referredBy'> {
  const known = earlier.filter((one) => one.isListed && one.since < person.since);
  if (person.source !== 'Diajak teman' || known.length === 0) return { referredBy: null };
  return { referredBy: random.chance(0.7) ? random.pick(known).name : null };
}
