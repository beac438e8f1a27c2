import type { PictureFigures } from '../../contract/segments/picture.ts';
import type { SheetPart } from '../sheets/part.ts';
import type { Speaking } from '../sheets/speaking.ts';
import { besideText } from './compare.ts';
import { fewestPeople } from './few.ts';

function complainedFinding(speaking: Speaking, figures: PictureFigures): string {
  const { say, number } = speaking;
  const { complained, complaints } = figures;
  const { part, of } = complained;
  if (part === 0) return say('picture.complained.none', { of: number(of) });
  const counted = besideText(speaking, complained);
  if (part < fewestPeople) return say('picture.complained.few', { counted });
  return say('picture.complained.finding', { counted, count: complaints });
}

/** What they complain about. */
export function complainedPart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say } = speaking;
  const { complained, causes, restComplaints, unknownComplaints } = figures;
  const isKnown = complained.part >= fewestPeople;
  const title = say('picture.complained.title');
  return {
    ...{ id: 'complained', title },
    finding: complainedFinding(speaking, figures),
    notes: isKnown
      ? [
          ...(restComplaints === 0
            ? []
            : [say('picture.complained.rest', { count: restComplaints, few: fewestPeople })]),
          ...(unknownComplaints === 0
            ? []
            : [say('picture.complained.unknown', { count: unknownComplaints })]),
        ]
      : [],
    tables:
      isKnown && causes.length > 0
        ? [
            {
              name: title,
              columns: [
                { title: say('picture.column.cause'), type: 'text', width: 30 },
                { title: say('picture.column.complaints'), type: 'integer' },
                { title: say('picture.column.people'), type: 'integer' },
              ],
              rows: causes.map(({ cause, complaints, people }) => [
                { value: cause },
                { value: complaints },
                { value: people },
              ]),
            },
          ]
        : [],
  };
}

type Rated = PictureFigures['stars'];

function ratedText(
  speaking: Speaking,
  what: 'recommend' | 'reviews' | 'stars',
  { people, answers, bad }: Rated,
): string {
  const { say, number } = speaking;
  if (people < fewestPeople) return say(`picture.praise.${what}Few`, { few: fewestPeople });
  return say(`picture.praise.${what}`, {
    ...{ people: number(people), counted: besideText(speaking, answers), bad: number(bad) },
  });
}

/** The side of service that most answers find good; null: too few said so of any. */
function bestService({ service }: PictureFigures) {
  const known = service.filter(({ people }) => people >= fewestPeople);
  const shareOf = ({ good }: (typeof known)[number]) => good.part / Math.max(1, good.of);
  return known.toSorted((a, b) => shareOf(b) - shareOf(a))[0] ?? null;
}

/** What they praise, and what they ask for. */
export function praisePart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say, number } = speaking;
  const { reviews, stars, recommend, voices } = figures;
  const service = bestService(figures);
  const isKnown = [reviews, stars, recommend].some(({ people }) => people >= fewestPeople);
  const voiced = voices.map(({ topic, said, people }) =>
    people > 0 && people < fewestPeople
      ? say(`picture.voice.${topic}Few`, { few: fewestPeople })
      : say(`picture.voice.${topic}`, { count: said, people: number(people) }),
  );
  const general = isKnown ? say('picture.praise.rated') : say('picture.praise.few');
  return {
    ...{ id: 'praise', title: say('picture.praise.title') },
    finding:
      service === null
        ? general
        : say('picture.praise.service', {
            side: say(`feedback.dimension.${service.dimension}`),
            people: number(service.people),
            counted: besideText(speaking, service.good),
          }),
    notes: [
      ratedText(speaking, 'reviews', reviews),
      ratedText(speaking, 'stars', stars),
      ratedText(speaking, 'recommend', recommend),
      ...voiced,
    ],
    tables: [],
  };
}
