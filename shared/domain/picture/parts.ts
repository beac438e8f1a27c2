import type { SegmentPicture } from '../../contract/segments/picture.ts';
import type { SheetPart } from '../sheets/part.ts';
import type { Speaking } from '../sheets/speaking.ts';
import { muchPart, whatPart, whenPart } from './bought-parts.ts';
import { fewestPeople } from './few.ts';
import { complainedPart, praisePart } from './said-parts.ts';
import { wherePart, whoPart } from './who-parts.ts';

/** The picture as it is said everywhere: on the screen, on paper and in a file; none of too few people. */
export function pictureParts(speaking: Speaking, { figures }: SegmentPicture): SheetPart[] {
  if (figures === null) return [];
  return [
    whoPart(speaking, figures),
    wherePart(speaking, figures),
    whatPart(speaking, figures),
    whenPart(speaking, figures),
    muchPart(speaking, figures),
    complainedPart(speaking, figures),
    praisePart(speaking, figures),
  ];
}

/** How many they are, or that they are too few for a picture. */
export function pictureFinding(
  { say, number, percent }: Speaking,
  { people, everybody, figures }: SegmentPicture,
): string {
  if (figures === null) return say('picture.tooFew', { count: people, few: fewestPeople });
  const share = percent(people / everybody, 1);
  return say('picture.who.finding', { count: people, percent: share, all: number(everybody) });
}

/** What stands in front: the day it is counted to, that nobody is named, and when others are named beside them. */
export function pictureFacts({ say, day }: Speaking, picture: SegmentPicture): string[] {
  const { through, today, people, everybody, figures } = picture;
  const dates = { through: day(through), today: day(today) };
  if (figures === null) return [say('picture.asOf', dates)];
  return [
    say('picture.asOf', dates),
    say('picture.private', { few: fewestPeople }),
    say(people === everybody ? 'picture.alone' : 'picture.comparison'),
  ];
}
