import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { WhoButton } from '#renderer/components/chart/who-button.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import {
  basisWords,
  countWords,
  type Predicted,
  rangeWords,
  thinWords,
} from '#renderer/components/predicted/predicted-words.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { WhoCell } from '../cells.tsx';
import { useLookedFrom } from '../use-looked-from.ts';
import { useWho } from '../use-who.ts';
import { BestCard } from './best-card.tsx';
import classes from './predicted.module.css';

/** The answer in a sentence: what is expected with its range, or why nothing can be said. */
export function predictedFinding(t: Translate, format: Format, predicted: Predicted): string {
  const { basis, total, customers } = predicted;
  if (basis.kind === 'thin' || total === null)
    return basis.kind === 'thin' ? thinWords(t, basis, customers) : '';
  return t('insights.predicted.finding', {
    count: basis.months,
    ...rangeWords(format, total.money),
  });
}

interface Props {
  readonly predicted: Predicted;
  /** The formula's value of everybody together, minor units. */
  readonly formulaMinor: number;
  /** What the formula takes for left after the cost of goods; null: not settled. */
  readonly marginPercent: number | null;
}

/** What was, what an assumption says, and what is expected: side by side, never added. */
function Three({ predicted, formulaMinor }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { basis, total, historicMinor } = predicted;
  const range = total === null ? null : rangeWords(format, total.money);
  return (
    <dl className={classes.three}>
      <div>
        <dt>{t('customer.worth.historic')}</dt>
        <dd>
          <b>
            <WhoCell
              count={predicted.customers}
              filter={{ only: 'traded' }}
              text={format.money(historicMinor)}
            />
          </b>
          <span>{t('insights.predicted.historicNote')}</span>
        </dd>
      </div>
      <div>
        <dt>{t('customer.worth.formula')}</dt>
        <dd>
          <b>
            <WhoCell
              count={predicted.customers}
              filter={{ only: 'bought' }}
              text={format.computed(formulaMinor)}
            />
          </b>
          <span>{t('insights.predicted.formulaNote')}</span>
        </dd>
      </div>
      <div>
        <dt>{t('customer.worth.predicted')}</dt>
        <dd>
          <b>{range === null ? t('insights.predicted.none') : range.mean}</b>
          {range !== null && basis.kind === 'predicted' && (
            <span>{t('insights.predicted.note', { count: basis.months, ...range })}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** What is left of an estimate at a margin, in words. */
export function marginWords(
  t: Translate,
  format: Format,
  { money }: NonNullable<Predicted['total']>,
  marginPercent: number,
): string {
  const share = marginPercent / 100;
  const left = { mean: money.mean * share, low: money.low * share, high: money.high * share };
  return t('insights.predicted.atMargin', {
    percent: format.percent(share, 2),
    ...rangeWords(format, left),
  });
}

type WordsProps = Pick<Props, 'predicted' | 'marginPercent'>;

function Words({ predicted, marginPercent }: WordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { basis, total, customers } = predicted;
  return (
    <ul className={classes.words}>
      <li>{t('insights.predicted.neverAdd')}</li>
      {total !== null && (
        <li>
          {t('insights.predicted.buyersSoon', {
            ...countWords(total.buyersSoon),
            all: customers,
          })}
        </li>
      )}
      {total !== null && marginPercent !== null && (
        <li>{marginWords(t, format, total, marginPercent)}</li>
      )}
      {basis.kind === 'predicted' &&
        basisWords(t, basis, customers).map((sentence) => <li key={sentence}>{sentence}</li>)}
    </ul>
  );
}

function ThreeCard(props: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { query } = useLookedFrom();
  const showWho = useWho();
  const { predicted } = props;
  const { customers, total } = predicted;
  return (
    <QuestionCard
      question={t('insights.predicted.question')}
      finding={predictedFinding(t, format, predicted)}
      {...(total === null
        ? {}
        : { plotted: t('insights.predicted.plotted', { count: customers }) })}
      foot={
        total !== null && (
          <>
            <WhoButton onClick={() => showWho({ only: 'predicted' })} />
            <Link href={`${addressOf('insightsPast')}${query}`}>
              {t('insights.predicted.toPast')}
            </Link>
          </>
        )
      }
    >
      <Three {...props} />
      <Words predicted={predicted} marginPercent={props.marginPercent} />
    </QuestionCard>
  );
}

interface CardsProps extends Omit<Props, 'predicted'> {
  /** The best customers by another measure, for where nothing can be predicted. */
  readonly children: ReactNode;
}

/** What customers will still bring, and whom most is expected of. Made apart: the page does not wait for it. */
export function PredictedCards({ children, ...formula }: CardsProps) {
  const { on } = useLookedFrom();
  const { data, error, refetch } = useQuery('insights.predicted', { on }, { keepPrevious: true });
  if (data === undefined) {
    if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
    return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
  }
  return (
    <>
      <div className={classes.wide}>
        <ThreeCard predicted={data} {...formula} />
      </div>
      {data.top.length > 0 ? <BestCard predicted={data} /> : children}
    </>
  );
}
