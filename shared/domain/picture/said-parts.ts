import type { PictureFigures } from '../../contract/segments/picture.ts';
import type { SheetPart } from '../sheets/part.ts';
import type { Speaking } from '../sheets/speaking.ts';
import { besideText, toldCell, toldText } from './compare.ts';
import { fewestPeople, isEnough } from './few.ts';

function complainedFinding(speaking: Speaking, figures: PictureFigures): string {
  const { say, number } = speaking;
  const { complained, complaints } = figures;
  if (complained.part === 0) return say('picture.complained.none', { of: number(complained.of) });
  const counted = besideText(speaking, complained);
  if (complaints === null) return say('picture.complained.few', { counted });
  return say('picture.complained.finding', { counted, count: complaints });
}

/** How many complaints are not in the table, and why. */
function complainedNotes({ say }: Speaking, figures: PictureFigures): string[] {
  const { restComplaints, unknownComplaints: unknown } = figures;
  const rest = { count: restComplaints, few: fewestPeople };
  if (unknown === null)
    return restComplaints === 0 ? [] : [say('picture.complained.restUnknown', rest)];
  return [
    ...(restComplaints === 0 ? [] : [say('picture.complained.rest', rest)]),
    ...(unknown === 0 ? [] : [say('picture.complained.unknown', { count: unknown })]),
  ];
}

/** What they complain about. */
export function complainedPart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say } = speaking;
  const { complained, causes } = figures;
  const title = say('picture.complained.title');
  const front = { id: 'complained', title, finding: complainedFinding(speaking, figures) };
  if (!isEnough(complained.part)) return { ...front, notes: [], tables: [] };
  const columns = [
    { title: say('picture.column.cause'), type: 'text', width: 30 },
    { title: say('picture.column.complaints'), type: 'integer' },
    { title: say('picture.column.people'), type: 'integer' },
  ] as const;
  const rows = causes.map(({ cause, complaints, people }) => [
    { value: cause },
    { value: complaints },
    toldCell(speaking, people),
  ]);
  return {
    ...front,
    notes: complainedNotes(speaking, figures),
    tables: causes.length === 0 ? [] : [{ name: title, columns, rows }],
  };
}

type Rated = PictureFigures['stars'];

/** So many people, or what may be said in place of their number. */
function peopleText(speaking: Speaking, people: Rated['people'], of: number): string {
  return typeof people === 'number'
    ? speaking.say('picture.people', { count: people })
    : toldText(speaking, people, of);
}

function ratedText(
  speaking: Speaking,
  what: 'recommend' | 'reviews' | 'stars',
  { people, good, bad }: Rated,
  of: number,
): string {
  const { say } = speaking;
  if (!isEnough(people)) return say(`picture.praise.${what}Few`, { few: fewestPeople });
  const unsaid = say('picture.cell.unsaid');
  return say(`picture.praise.${what}`, {
    people: peopleText(speaking, people, of),
    counted: typeof good.part === 'number' ? besideText(speaking, good) : unsaid,
    bad: typeof bad === 'number' ? speaking.number(bad) : unsaid,
  });
}

/** Which side of service is praised: the best of several, if it is alone in front and most find it good. */
function serviceFinding(speaking: Speaking, { service, buyers }: PictureFigures): string | null {
  const { say } = speaking;
  const known = service.filter(({ people, good }) => isEnough(people) && good.share !== null);
  const shareOf = (one: (typeof known)[number] | undefined) => one?.good.share ?? 0;
  const [first, second] = known.toSorted((a, b) => shareOf(b) - shareOf(a));
  if (first === undefined) return null;
  const values = {
    side: say(`feedback.dimension.${first.dimension}`),
    people: peopleText(speaking, first.people, buyers.of),
    counted: besideText(speaking, first.good),
  };
  if (second === undefined) return say('picture.praise.asked', values);
  return shareOf(first) > shareOf(second) && shareOf(first) > 0.5
    ? say('picture.praise.service', values)
    : say('picture.praise.noBest', { count: known.length });
}

/** What they praise, and what they ask for. */
export function praisePart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say } = speaking;
  const { reviews, stars, recommend, voices, buyers } = figures;
  const { of } = buyers;
  const isKnown = [reviews, stars, recommend].some(({ people }) => isEnough(people));
  const voiced = voices.map(({ topic, said, people }) =>
    said === null
      ? say(`picture.voice.${topic}Few`, { few: fewestPeople })
      : say(`picture.voice.${topic}`, { count: said, people: peopleText(speaking, people, of) }),
  );
  const general = isKnown ? say('picture.praise.rated') : say('picture.praise.few');
  return {
    ...{ id: 'praise', title: say('picture.praise.title') },
    finding: serviceFinding(speaking, figures) ?? general,
    notes: [
      ratedText(speaking, 'reviews', reviews, of),
      ratedText(speaking, 'stars', stars, of),
      ratedText(speaking, 'recommend', recommend, of),
      ...voiced,
    ],
    tables: [],
  };
}
