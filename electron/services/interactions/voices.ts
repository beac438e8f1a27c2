import { countComments, listComments } from '#db/queries/feedback/comments.ts';
import { countVoices, listVoices } from '#db/queries/interactions/voices.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Voice } from '#shared/contract/interactions/voices.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { instantOf, localDay } from '#shared/domain/calendar/zone-time.ts';
import type { CustomerId, SurveyId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

const topics = ['suggestion', 'criticism', 'need'] as const;

type Asked = Parsed<'interactions.voices'>;

/** A voice, and its moment; of words in a survey only the day is known. */
interface Heard extends Voice {
  readonly at: string;
}

async function heardIn(ctx: ReadContext, asked: Asked, topic: (typeof topics)[number]) {
  const { timeZone } = ctx.settings;
  const span = {
    from: instantOf(asked.from, '00:00', timeZone),
    until: instantOf(addDays(asked.to, 1), '00:00', timeZone),
  };
  const isAsked = asked.topic === null || asked.topic === topic;
  const listed = isAsked ? await listVoices(ctx.db, topic, span, asked.limit) : [];
  return {
    count: await countVoices(ctx.db, topic, span),
    rows: listed.map(({ happenedAt, ...row }): Heard => {
      const customerId = row.customerId as CustomerId;
      return {
        ...row,
        customerId,
        on: localDay(happenedAt, timeZone),
        at: happenedAt,
        survey: null,
      };
    }),
  };
}

async function commentsIn({ db }: ReadContext, asked: Asked) {
  const isAsked = asked.topic === null || asked.topic === 'comment';
  const listed = isAsked ? await listComments(db, asked, asked.limit) : [];
  return {
    count: await countComments(db, asked),
    rows: listed.map(({ surveyId, surveyName, questionId, question, ...row }): Heard => {
      const survey = { id: surveyId as SurveyId, name: surveyName, questionId, question };
      const customerId = row.customerId as CustomerId | null;
      return { ...row, topic: 'comment', customerId, at: '', survey };
    }),
  };
}

/** What customers told the shop beside complaints and reviews in a span of its days, newest first. */
export async function collectVoices(
  ctx: ReadContext,
  input: Asked,
): Promise<Output<'interactions.voices'>> {
  const comments = await commentsIn(ctx, input);
  const counts = { suggestion: 0, need: 0, criticism: 0, comment: comments.count };
  const heard: Heard[] = [...comments.rows];
  for (const topic of topics) {
    const { count, rows } = await heardIn(ctx, input, topic);
    counts[topic] = count;
    heard.push(...rows);
  }
  heard.sort((a, b) => b.on.localeCompare(a.on) || b.at.localeCompare(a.at));
  return { counts, rows: heard.slice(0, input.limit).map(({ at: _, ...voice }) => voice) };
}
