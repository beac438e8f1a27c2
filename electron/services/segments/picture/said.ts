import {
  type PicturedAnswer,
  picturedAnswers,
  picturedComplaints,
  picturedReviews,
  picturedVoices,
} from '#db/queries/segments/picture/people.ts';
import { isFew, toldOf, unsaidOf } from '#shared/domain/picture/few.ts';
import { serviceDimensions } from '#shared/domain/vocabulary/feedback.ts';
import type { ReadContext } from '../../../context.ts';
import { among, besideOf, type Doing, type Figures, groupOf, type Sides } from './sides.ts';

const mostCauses = 8;

type Complained = Figures<
  'causes' | 'complained' | 'complaints' | 'restComplaints' | 'unknownComplaints'
>;

function sumOf(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}

function idsOf(rows: Iterable<{ readonly customerId: number }>): number[] {
  return [...rows].map(({ customerId }) => customerId);
}

/** What they complain about; a cause of few is not named, nor one by which few would be told of. */
export async function complainedFigures({ db }: ReadContext, sides: Sides): Promise<Complained> {
  const all = await picturedComplaints(db);
  const own = all.filter(({ customerId }) => sides.members.has(customerId));
  const cellOf = (rows: typeof own) => ({ count: sumOf(rows), people: new Set(idsOf(rows)) });
  const unknown = cellOf(own.filter(({ causeKey }) => causeKey === null));
  const byCause = [...Map.groupBy(own, ({ causeKey }) => causeKey)]
    .flatMap(([key, rows]) =>
      key === null ? [] : [{ cause: rows.at(-1)?.cause ?? key, ...cellOf(rows) }],
    )
    .sort((a, b) => b.count - a.count || a.cause.localeCompare(b.cause));
  const many = byCause.filter(({ people }) => !isFew(people.size)).slice(0, mostCauses);
  const left = byCause.flatMap((one, at) => (many.includes(one) ? [] : [at]));
  const unsaid = unsaidOf([...byCause, unknown], left);
  const complainers = new Set(idsOf(own)).size;
  const causes = byCause
    .filter((_, at) => !unsaid.has(at))
    .map(({ cause, count, people }) => ({
      ...{ cause, complaints: count },
      people: toldOf(people.size, sides.members.size, complainers),
    }));
  const named = causes.reduce((total, one) => total + one.complaints, 0);
  const isKnownApart = !unsaid.has(byCause.length);
  return {
    complained: besideOf(sides, idsOf(all)),
    ...{ complaints: isFew(complainers) ? null : sumOf(own), causes },
    restComplaints: sumOf(own) - named - (isKnownApart ? unknown.count : 0),
    unknownComplaints: isKnownApart ? unknown.count : null,
  };
}

interface Given extends Doing {
  readonly number: number;
}

interface Ends {
  readonly good: number;
  readonly bad: number;
}

/** How many of the answers are good and bad, of how many people; beside the good ones of everybody else. */
function ratedOf(sides: Sides, given: readonly Given[], { good, bad }: Ends) {
  const there = given.filter(
    ({ customerId }) => sides.members.has(customerId) || sides.others.has(customerId),
  );
  const { besides } = groupOf(sides, {
    parts: [
      there.filter(({ number }) => number >= good),
      there.filter(({ number }) => number > bad && number < good),
      there.filter(({ number }) => number <= bad),
    ],
    isOfPeople: false,
  });
  const [best, , worst] = besides;
  const none = { ...besideOf(sides, []), of: 0, compared: null };
  return {
    people: besideOf(sides, idsOf(given)).part,
    ...{ good: best ?? none, bad: worst?.part ?? 0 },
  };
}

const starEnds: Ends = { good: 4, bad: 2 };

/** How each side of service was found, but for one by which a few would be told of, taken from all the stars. */
function serviceOf(sides: Sides, stars: readonly PicturedAnswer[]): Figures<'service'>['service'] {
  const isTold = (rows: readonly PicturedAnswer[]) =>
    !isFew(among(sides.members, idsOf(rows)).size);
  return serviceDimensions.flatMap((one) => {
    const isOf = ({ measures, dimension }: PicturedAnswer) =>
      measures === 'met' && dimension === one;
    const others = stars.filter((answer) => !isOf(answer));
    const ends = [
      others.filter(({ number }) => number >= starEnds.good),
      others.filter(({ number }) => number < starEnds.good),
    ];
    const { people, good } = ratedOf(sides, stars.filter(isOf), starEnds);
    return ends.every(isTold) ? [{ dimension: one, people, good }] : [];
  });
}

type Said = Figures<'recommend' | 'reviews' | 'service' | 'stars' | 'voices'>;

/** What they praise and ask for, in reviews, surveys and what was written down. */
export async function saidFigures({ db }: ReadContext, sides: Sides): Promise<Said> {
  const reviews = (await picturedReviews(db)).map(({ stars: number, ...row }) => ({
    ...{ ...row, number },
  }));
  const answers = await picturedAnswers(db);
  const voices = await picturedVoices(db);
  const only = (test: (answer: PicturedAnswer) => boolean) => answers.filter(test);
  const stars = only(({ kind, measures }) => kind === 'stars' && measures !== 'expected');
  const recommend = only(({ kind, measures }) => kind === 'scale' && measures === 'recommend');
  return {
    reviews: ratedOf(sides, reviews, starEnds),
    stars: ratedOf(sides, stars, starEnds),
    recommend: ratedOf(sides, recommend, { good: 9, bad: 6 }),
    service: serviceOf(sides, stars),
    voices: (['suggestion', 'criticism', 'need'] as const).map((topic) => {
      const own = voices.filter((row) => row.topic === topic && sides.members.has(row.customerId));
      const people = toldOf(own.length, sides.members.size);
      return { topic, said: people === 'few' ? null : sumOf(own), people };
    }),
  };
}
