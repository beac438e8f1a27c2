import { type Day, isClosed, writtenDate } from './calendar.ts';
import type { ComplaintStory } from './complaint-words.ts';
import type { SamplePerson } from './people.ts';
import type { PlaceCalendar } from './place/place.ts';
import { createRandom, type Random } from './random.ts';
import type { TillSale } from './sales.ts';
import type { SampleFile, Writing } from './sample-file.ts';

const minutesADay = 1440;

/** The shop's complaint notebook of the last half year: what happened, and how far each one is. */
export function complaintFile(
  seed: number,
  today: Day,
  till: readonly TillSale[],
  writing: Writing,
): SampleFile {
  const { name, heading, titles, stories } = writing.place.files.complaints;
  const random = createRandom(seed, 'complaint file');
  const rows = stories.map((story) => complaintRow(story, { today, till, writing, random }));
  return {
    kind: 'csv',
    name,
    separator: ';',
    rows: [[heading], [''], [...titles], ...rows],
  };
}

interface Notebook {
  readonly today: Day;
  readonly till: readonly TillSale[];
  readonly writing: Writing;
  readonly random: Random;
}

function complaintRow(story: ComplaintStory, { today, till, writing, random }: Notebook): string[] {
  const { calendar, money, phones, files } = writing.place;
  const written = (minutes: number) => writtenAt(minutes, calendar);
  let day = today - story.ago;
  while (isClosed(day, calendar)) day -= 1;
  const came = day * minutesADay + minutesOf(story.at);
  const sale = receiptFor(story, day, till, random);
  const { answerMinutes, solveHours, amount } = story;
  const [person, receipt] = [sale?.person ?? null, sale?.receipt ?? ''];
  return [
    written(came),
    person?.name ?? '',
    person === null ? '' : String(phones.typed(person.phone, random, writing.isAbroad)),
    story.channel,
    story.words,
    story.product ?? '',
    story.product === null ? '' : receipt,
    story.severity,
    answerMinutes === null ? '' : written(came + answerMinutes),
    story.cause,
    story.solution,
    solveHours === null ? '' : written(came + solveHours * 60),
    story.given,
    amount === null ? '' : money.signed(Math.round(amount * 100)),
    story.status,
    answerMinutes === null ? '' : random.pick(files.complaints.handlers),
  ];
}

/** The last receipt of the product before the day; who bought it is who complains. */
function receiptFor(
  { product }: ComplaintStory,
  day: Day,
  till: readonly TillSale[],
  random: Random,
): (TillSale & { person: SamplePerson }) | null {
  const bought = till.filter(
    (sale): sale is TillSale & { person: SamplePerson } =>
      sale.person !== null &&
      sale.person.id !== 0 &&
      sale.returns === null &&
      sale.day < day &&
      (product === null || sale.lines.some((line) => line.product.name === product)),
  );
  const latest = bought.slice(-3);
  return latest.length === 0 ? null : random.pick(latest);
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** `5 Maret 2026 09.20` */
function writtenAt(minutes: number, calendar: PlaceCalendar): string {
  const day = Math.floor(minutes / minutesADay);
  const left = minutes - day * minutesADay;
  const clock = [Math.floor(left / 60), left % 60].map((part) => String(part).padStart(2, '0'));
  return `${writtenDate(day, calendar)} ${clock.join(calendar.clockMark)}`;
}
