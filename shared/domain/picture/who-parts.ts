import type { PictureFigures } from '../../contract/segments/picture.ts';
import type { SheetPart } from '../sheets/part.ts';
import type { Speaking } from '../sheets/speaking.ts';
import { besideText, countedText, shareColumns, shareRow, toldText } from './compare.ts';
import { fewestPeople, isEnough } from './few.ts';

/** What is known of so many, or that it is known of too few. */
function ageNote(speaking: Speaking, { ageKnown, medianAge, buyers }: PictureFigures): string {
  const { say, number } = speaking;
  if (!isEnough(ageKnown) || medianAge === null)
    return say('picture.who.ageFew', { few: fewestPeople, of: number(buyers.of) });
  const known = toldText(speaking, ageKnown, buyers.of);
  return say('picture.who.age', { known, age: medianAge });
}

function genderNote(speaking: Speaking, { genderKnown, buyers }: PictureFigures): string {
  const { say, number } = speaking;
  const { of } = buyers;
  return isEnough(genderKnown)
    ? say('picture.who.gender', { known: toldText(speaking, genderKnown, of) })
    : say('picture.who.genderFew', { few: fewestPeople, of: number(of) });
}

function genderRows(speaking: Speaking, { women, men, genderKnown }: PictureFigures) {
  if (!isEnough(genderKnown)) return [];
  return [
    shareRow(speaking, speaking.say('picture.who.women'), women),
    shareRow(speaking, speaking.say('picture.who.men'), men),
  ];
}

/** Of what kind and age they are. */
export function whoPart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say } = speaking;
  const { businesses, birthdays, ages, ageKnown } = figures;
  const title = say('picture.who.title');
  const bands = isEnough(ageKnown)
    ? ages.map(({ band, people: own }) => shareRow(speaking, say(`picture.age.${band}`), own))
    : [];
  return {
    ...{ id: 'who', title },
    finding: say('picture.who.kind', { counted: besideText(speaking, businesses) }),
    notes: [
      say('picture.who.birthdays', { counted: besideText(speaking, birthdays) }),
      ageNote(speaking, figures),
      genderNote(speaking, figures),
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

function whereFinding(speaking: Speaking, { cityKnown, cities, buyers }: PictureFigures): string {
  const { say, number } = speaking;
  const [first, second] = cities;
  if (!isEnough(cityKnown))
    return say('picture.where.few', { few: fewestPeople, of: number(buyers.of) });
  if (first === undefined) return say('picture.where.noneShared', { few: fewestPeople });
  const { part } = first.people;
  if (typeof part === 'number' && part === second?.people.part)
    return say('picture.where.noneFirst', { counted: countedText(speaking, first.people) });
  const counted = besideText(speaking, first.people);
  return say('picture.where.finding', { city: first.city, counted });
}

/** Where they live. */
export function wherePart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say } = speaking;
  const { cityKnown, cities, restCities: count, buyers } = figures;
  const title = say('picture.where.title');
  const front = { id: 'where', title, finding: whereFinding(speaking, figures) };
  if (!isEnough(cityKnown)) return { ...front, notes: [], tables: [] };
  const columns = shareColumns(speaking, say('picture.column.city'), say('picture.column.people'));
  const rows = cities.map(({ city, people }) => shareRow(speaking, city, people));
  return {
    ...front,
    notes: [
      say('picture.where.known', { known: toldText(speaking, cityKnown, buyers.of) }),
      ...(count === 0 ? [] : [say('picture.where.rest', { count, few: fewestPeople })]),
    ],
    tables: cities.length === 0 ? [] : [{ name: title, columns, rows }],
  };
}
