import { type Day, isClosed, writtenDate } from './calendar.ts';
import type { SamplePerson } from './people.ts';
import type { SamplePlace } from './place/place.ts';
import { createRandom, type Random } from './random.ts';
import type { TillSale } from './sales.ts';
import type { SampleFile, Writing } from './sample-file.ts';

/** One line of the notebook, and the day on which it says to get in touch again. */
interface Contact {
  readonly day: Day;
  readonly person: SamplePerson;
  readonly direction: 'incoming' | 'outgoing';
  readonly topic: string;
  readonly note: string;
  readonly outcome: string;
  readonly next: Day | null;
  readonly reason: string;
}

/** Days from today on which customers wait for a word: overdue, today, soon. */
const dueIn = [-6, -3, -1, 0, 0, 0, 1, 2, 4, 7, 12, 20] as const;
const pairs = 10;
const singles = 28;

/** What the notebook comes to, counted from its lines and not from the file. */
export interface ContactCounts {
  readonly contacts: number;
  readonly contactAgain: number;
  readonly contactAgainKept: number;
}

/** The notebook of who was called, who wrote, and who is to be contacted again: four months. */
export function contactFile(
  seed: number,
  today: Day,
  till: readonly TillSale[],
  writing: Writing,
): { file: SampleFile; counts: ContactCounts } {
  const random = createRandom(seed, 'contact file');
  const { place } = writing;
  const { name, heading, titles } = place.files.contacts;
  const chance = { today, place, random };
  const people = regulars(till);
  const waiting = dueIn.map((due, at) => waitingContact(people(at), due, chance));
  const kept = Array.from({ length: pairs }, (_, at) =>
    keptPair(people(dueIn.length + at), chance),
  ).flat();
  const others = Array.from({ length: singles }, (_, at) =>
    talk(people(dueIn.length + pairs + at), at, chance),
  );
  const all = [...waiting, ...kept, ...others].sort((a, b) => a.day - b.day);
  const rows = all.map((contact) => contactRow(contact, writing, random));
  const title = [[heading], [''], [...titles]];
  return {
    file: { kind: 'csv', name, separator: ';', rows: [...title, ...rows] },
    counts: {
      contacts: all.length,
      contactAgain: all.filter(({ next }) => next !== null).length,
      contactAgainKept: pairs,
    },
  };
}

/** Those who bought last, each once, the latest first. */
function regulars(till: readonly TillSale[]): (at: number) => SamplePerson {
  const known = till.flatMap(({ person }) => (person === null || person.id === 0 ? [] : [person]));
  const people = [...new Set(known.reverse())];
  return (at) => {
    const person = people[at];
    if (person === undefined) throw new RangeError('Too few people at the till.');
    return person;
  };
}

interface Chance {
  readonly today: Day;
  readonly place: SamplePlace;
  readonly random: Random;
}

function openDay(day: Day, { calendar }: SamplePlace): Day {
  let open = day;
  while (isClosed(open, calendar)) open -= 1;
  return open;
}

function waitingContact(
  person: SamplePerson,
  due: number,
  { today, place, random }: Chance,
): Contact {
  const { asks, waiting } = place.files.contacts;
  const [note, reason] = random.pick(asks);
  const day = openDay(today - random.integer(8, 24), place);
  return {
    ...{ day, person, direction: 'incoming', topic: '', note, reason },
    ...{ outcome: waiting, next: today + due },
  };
}

function keptPair(person: SamplePerson, { today, place, random }: Chance): Contact[] {
  const { asks, answers } = place.files.contacts;
  const [note, reason] = random.pick(asks);
  const [answer, outcome] = random.pick(answers);
  const day = openDay(today - random.integer(40, 110), place);
  const next = day + random.integer(4, 10);
  // Mostly in time, now and then a few days late.
  const kept = next + (random.chance(0.75) ? 0 : random.integer(1, 4));
  const promise: Contact = {
    ...{ day, person, direction: 'incoming', topic: '', note, reason, outcome: '', next },
  };
  return [
    promise,
    {
      ...{ day: kept, person, direction: 'outgoing', topic: '', note: answer, reason: '', outcome },
      next: null,
    },
  ];
}

function talk(person: SamplePerson, at: number, { today, place, random }: Chance): Contact {
  const { talks } = place.files.contacts;
  const said = talks[at % talks.length];
  if (said === undefined) throw new RangeError('Nothing was said.');
  const [direction, topic, note, outcome] = said;
  const day = openDay(today - random.integer(1, 118), place);
  return { day, person, direction, topic, note, outcome, next: null, reason: '' };
}

function contactRow(contact: Contact, { place, isAbroad }: Writing, random: Random): string[] {
  const { calendar, phones, files } = place;
  const { day, person, direction, topic, note, outcome, next, reason } = contact;
  const hour = String(random.integer(8, 16)).padStart(2, '0');
  const clock = `${hour}${calendar.clockMark}${random.pick(['05', '20', '45'])}`;
  return [
    writtenDate(day, calendar),
    random.chance(0.85) ? clock : '',
    person.name,
    String(phones.typed(person.phone, random, isAbroad)),
    random.weighted(files.contacts.channels),
    files.contacts[direction],
    topic,
    note,
    outcome,
    next === null ? '' : writtenDate(next, calendar),
    reason,
  ];
}
