import {
  type PicturedAnswer,
  picturedAnswers,
  picturedComplaints,
  picturedReviews,
  picturedVoices,
} from '#db/queries/segments/picture/people.ts';
import { serviceDimensions } from '#shared/domain/vocabulary/feedback.ts';
import type { ReadContext } from '../../../context.ts';
import { besideOf, countBeside, type Figures, onSides, type Sides, shown } from './sides.ts';

const mostCauses = 8;

type Complained = Figures<
  'causes' | 'complained' | 'complaints' | 'restComplaints' | 'unknownComplaints'
>;

/** What they complain about; a cause of few is not named. */
export async function complainedFigures({ db }: ReadContext, sides: Sides): Promise<Complained> {
  const all = await picturedComplaints(db);
  const own = all.filter(({ customerId }) => sides.members.has(customerId));
  const sum = (rows: typeof own) => rows.reduce((total, { count }) => total + count, 0);
  const unknown = sum(own.filter(({ causeKey }) => causeKey === null));
  const byCause = [...Map.groupBy(own, ({ causeKey }) => causeKey)]
    .flatMap(([key, rows]) =>
      key === null
        ? []
        : [{ cause: rows.at(-1)?.cause ?? key, complaints: sum(rows), people: rows.length }],
    )
    .sort((a, b) => b.complaints - a.complaints || a.cause.localeCompare(b.cause));
  const { rows } = shown(byCause, ({ people }) => people, mostCauses);
  const complaints = sum(own);
  const named = rows.reduce((total, one) => total + one.complaints, 0);
  return {
    complained: besideOf(
      sides,
      all.map(({ customerId }) => customerId),
    ),
    ...{ complaints, causes: rows, unknownComplaints: unknown },
    restComplaints: complaints - named - unknown,
  };
}

interface Given {
  readonly customerId: number;
  readonly number: number;
  readonly count: number;
}

/** How many of the answers are good and bad, of how many people; beside the good ones of everybody else. */
function ratedOf(sides: Sides, given: readonly Given[], ends: { good: number; bad: number }) {
  const rows = given
    .filter(({ customerId }) => sides.members.has(customerId) || sides.others.has(customerId))
    .map(({ customerId, number, count }) => ({
      ...{ isIn: sides.members.has(customerId), count },
      ...{ is: number >= ends.good, isBad: number <= ends.bad },
    }));
  const answers = countBeside(rows);
  const bad = rows.reduce((sum, one) => sum + (one.isIn && one.isBad ? one.count : 0), 0);
  const [people] = onSides(
    sides,
    given.map(({ customerId }) => customerId),
  );
  return { people, answers, good: answers.part, bad };
}

const starEnds = { good: 4, bad: 2 };

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
  return {
    reviews: ratedOf(sides, reviews, starEnds),
    stars: ratedOf(sides, stars, starEnds),
    recommend: ratedOf(
      sides,
      only(({ kind, measures }) => kind === 'scale' && measures === 'recommend'),
      { good: 9, bad: 6 },
    ),
    service: serviceDimensions.map((one) => {
      const met = stars.filter(
        ({ measures, dimension }) => measures === 'met' && dimension === one,
      );
      const { people, answers: good } = ratedOf(sides, met, starEnds);
      return { dimension: one, people, good };
    }),
    voices: (['suggestion', 'criticism', 'need'] as const).map((topic) => {
      const own = voices.filter((row) => row.topic === topic && sides.members.has(row.customerId));
      return {
        topic,
        said: own.reduce((sum, { count }) => sum + count, 0),
        people: own.length,
      };
    }),
  };
}
