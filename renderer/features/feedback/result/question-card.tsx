import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { answersAt } from '#renderer/base/answers-address.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { QuestionResult } from '#shared/contract/feedback/result.ts';
import type { StoredQuestion } from '#shared/contract/feedback/shapes.ts';
import type { SurveyId } from '#shared/ids.ts';
import { useAnswerText } from '../answer-text.ts';
import classes from '../feedback.module.css';
import { AnswersLink } from './answers-link.tsx';
import { useFinding, useScoreText } from './use-finding.ts';

interface Props {
  readonly id: SurveyId;
  readonly question: StoredQuestion;
  readonly result: QuestionResult;
}

/** The numbers that can be given, each with how often it was. */
function useNumbers({ question, result }: Props) {
  const textOf = useAnswerText();
  const { kind, choices } = question;
  const [from, to] = {
    stars: [1, 5],
    scale: [0, 10],
    yesNo: [0, 1],
    choice: [0, choices.length - 1],
    words: [0, -1],
  }[kind] as [number, number];
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const number = from + index;
    const count = result.numbers.find((one) => one.number === number)?.count ?? 0;
    return { number, count, name: textOf(question, { number, words: '' }) ?? '' };
  });
}

function Numbers(props: Props) {
  const { t } = useTranslation();
  const numbers = useNumbers(props);
  const { id, question } = props;
  return (
    <DataTable
      label={question.text}
      rows={numbers}
      keyOf={({ number }) => String(number)}
      columns={[
        { title: t('feedback.result.answer'), cell: ({ name }) => name },
        {
          title: t('feedback.result.count'),
          isNumber: true,
          cell: ({ number, count }) => (
            <AnswersLink
              id={id}
              count={count}
              filter={{ question: question.id, from: number, to: number }}
            />
          ),
        },
      ]}
    />
  );
}

/** The same by month, and by where the customers stand; only where there is more than one of them. */
function Parts({ id, question, result }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const scoreText = useScoreText();
  const { rating, months, tiers } = result;
  if (rating === null) return null;
  const columns = (title: string) => ({ title, cell: ({ name }: { name: string }) => name });
  const rest = [
    {
      title: t('feedback.result.count'),
      isNumber: true,
      cell: ({ filter, rated }: Part) => (
        <AnswersLink id={id} count={rated.count} filter={{ question: question.id, ...filter }} />
      ),
    },
    {
      title: t(`feedback.result.score.${rating}`),
      isNumber: true,
      cell: ({ rated }: Part) => scoreText(rating, rated),
    },
  ];
  const byMonth = months.map(({ month, rated }) => ({
    ...{ name: format.month(`${month}-01`), filter: { month }, rated },
  }));
  const byTier = tiers.map(({ tier, rated }) => ({
    name: t(tier === 'unknown' ? 'feedback.answer.nobody' : `layer.${tier}`),
    ...{ filter: { tier }, rated },
  }));
  type Part = { readonly name: string; readonly rated: (typeof byMonth)[number]['rated'] } & {
    readonly filter: (typeof byMonth)[number]['filter'] | (typeof byTier)[number]['filter'];
  };
  const tables = [
    { title: t('feedback.result.month'), rows: byMonth as readonly Part[] },
    { title: t('feedback.result.tier'), rows: byTier as readonly Part[] },
  ].filter(({ rows }) => rows.length > 1);
  return (
    <div className={classes.parts}>
      {tables.map(({ title, rows }) => (
        <DataTable
          key={title}
          label={`${question.text} ${title}`}
          rows={rows}
          keyOf={({ name }) => name}
          columns={[columns(title), ...rest]}
        />
      ))}
    </div>
  );
}

function Words({ id, question, result }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { words, wordCount } = result;
  return (
    <>
      <ul className={classes.asked}>
        {words.map((one) => (
          <li key={one.id}>
            <div className={classes.said}>
              <span>{one.words}</span>
              <span className={classes.quiet}>
                {one.customerId === null ? (
                  t('feedback.answer.nobody')
                ) : (
                  <Link href={addressOf({ customer: one.customerId })}>
                    {one.customerName === '' ? t('customers.noName') : one.customerName}
                  </Link>
                )}
                {`, ${format.date(one.on, true)}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {wordCount > words.length && (
        <Link href={answersAt(id, { question: question.id })}>
          {t('feedback.result.allWords', { count: wordCount })}
        </Link>
      )}
    </>
  );
}

/** One question: what was answered to it, in a sentence, and behind it the answers. */
export function ResultCard(props: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const finding = useFinding();
  const numbers = useNumbers(props);
  const { id, question, result } = props;
  const said = finding(question, result);
  if (question.kind === 'words')
    return (
      <QuestionCard question={question.text} finding={said}>
        <Words {...props} />
      </QuestionCard>
    );
  const isAnswered = result.numbers.length > 0;
  return (
    <QuestionCard
      question={question.text}
      finding={said}
      fileName={`survey-${id}-${question.id}`}
      {...(isAnswered
        ? { plotted: t('feedback.result.plotted'), table: <Numbers {...props} /> }
        : {})}
      foot={<Parts {...props} />}
    >
      {isAnswered && (
        <LabelledBars
          label={`${question.text} ${said}`}
          bars={numbers.map(({ name, count }) => ({
            ...{ name, value: count, text: format.number(count), isMain: true },
          }))}
          onPick={(index) => {
            const number = numbers[index]?.number ?? null;
            navigate(answersAt(id, { question: question.id, from: number, to: number }));
          }}
        />
      )}
    </QuestionCard>
  );
}
