import type { PictureFigures, SegmentPicture } from '../../contract/segments/picture.ts';
import type { SheetPart } from '../sheets/part.ts';
import type { Speaking } from '../sheets/speaking.ts';
import { besideText, shareColumns, shareRow } from './compare.ts';
import { fewestPeople } from './few.ts';

/** What is known of so many, or that it is known of too few. */
function ageNotes(speaking: Speaking, { ageKnown, medianAge }: PictureFigures): string[] {
  const { say, number } = speaking;
  const { part, of } = ageKnown;
  if (part < fewestPeople || medianAge === null)
    return [say('picture.who.ageFew', { few: fewestPeople, of: number(of) })];
  return [say('picture.who.age', { known: number(part), of: number(of), age: medianAge })];
}

function genderRows(speaking: Speaking, { women, men }: PictureFigures) {
  if (women.of < fewestPeople) return [];
  return [
    shareRow(speaking, speaking.say('picture.who.women'), women),
    shareRow(speaking, speaking.say('picture.who.men'), men),
  ];
}

/** Of what kind and age they are. */
export function whoPart(
  speaking: Speaking,
  picture: SegmentPicture,
  figures: PictureFigures,
): SheetPart {
  const { say, number, percent } = speaking;
  const { people, everybody } = picture;
  const { businesses, birthdays, women, ages, ageKnown } = figures;
  const title = say('picture.who.title');
  const bands =
    ageKnown.part < fewestPeople
      ? []
      : ages.map(({ band, people: own }) => shareRow(speaking, say(`picture.age.${band}`), own));
  return {
    ...{ id: 'who', title },
    finding: say('picture.who.finding', {
      ...{ count: people, percent: percent(people / everybody, 1), all: number(everybody) },
    }),
    notes: [
      say('picture.who.birthdays', { counted: besideText(speaking, birthdays) }),
      ...ageNotes(speaking, figures),
      women.of < fewestPeople
        ? say('picture.who.genderFew', { few: fewestPeople, of: number(people) })
        : say('picture.who.gender', { known: number(women.of), of: number(people) }),
    ],
    tables: [
      {
        name: title,
        columns: shareColumns(speaking, say('picture.column.what'), say('picture.column.people')),
        rows: [
          shareRow(speaking, say('picture.who.businesses'), businesses),
          ...genderRows(speaking, figures),
          ...bands,
        ],
      },
    ],
  };
}

function whereFinding(speaking: Speaking, { cityKnown, cities }: PictureFigures): string {
  const { say, number } = speaking;
  const [first] = cities;
  if (cityKnown.part < fewestPeople)
    return say('picture.where.few', { few: fewestPeople, of: number(cityKnown.of) });
  if (first === undefined) return say('picture.where.noneShared', { few: fewestPeople });
  const counted = besideText(speaking, first.people);
  return say('picture.where.finding', { city: first.city, counted });
}

/** Where they live. */
export function wherePart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say, number } = speaking;
  const { cityKnown, cities, restCities } = figures;
  const isKnown = cityKnown.part >= fewestPeople;
  const title = say('picture.where.title');
  const rest = { count: restCities.things, few: fewestPeople };
  return {
    ...{ id: 'where', title },
    finding: whereFinding(speaking, figures),
    notes: isKnown
      ? [
          say('picture.where.known', { known: number(cityKnown.part), of: number(cityKnown.of) }),
          ...(restCities.things === 0 ? [] : [say('picture.where.rest', rest)]),
        ]
      : [],
    tables:
      !isKnown || cities.length === 0
        ? []
        : [
            {
              name: title,
              columns: shareColumns(
                speaking,
                say('picture.column.city'),
                say('picture.column.people'),
              ),
              rows: cities.map(({ city, people }) => shareRow(speaking, city, people)),
            },
          ],
  };
}
