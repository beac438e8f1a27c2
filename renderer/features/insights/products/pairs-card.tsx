import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { fewestTogether } from '#shared/domain/worth/baskets/rules.ts';
import { SalesCell } from '../cells.tsx';
import classes from '../insights.module.css';
import type { Products } from './words.ts';

const BARS = 10;

/** The answer in a sentence: the surest pair, or that nothing is proven. */
export function pairsFinding(t: Translate, format: Format, { pairs }: Products): string {
  const [best] = pairs.shown;
  if (best === undefined)
    return pairs.several === 0
      ? t('insights.products.pairs.single')
      : t('insights.products.pairs.none', { count: pairs.several });
  return t('insights.products.pairs.finding', {
    from: best.from.name,
    to: best.to.name,
    percent: format.percent(best.confidence),
    low: format.percent(best.low),
    high: format.percent(best.high),
  });
}

function Table({ pairs, from: soldFrom, through: soldTo }: Products) {
  const { t } = useTranslation();
  const days = { soldFrom, soldTo };
  const format = useFormat();
  return (
    <DataTable
      label={t('insights.products.pairs.question')}
      rows={pairs.shown}
      keyOf={({ from, to }) => `${from.id} ${to.id}`}
      columns={[
        {
          title: t('insights.products.pairs.pair'),
          cell: ({ from, to }) =>
            t('insights.products.pairs.both', { from: from.name, to: to.name }),
        },
        {
          title: t('insights.products.pairs.together'),
          isNumber: true,
          cell: ({ together, ofFrom, from, to }) => (
            <SalesCell
              text={t('insights.comingBack.ofWhom', { back: together, count: ofFrom })}
              filter={{ ...days, productId: from.id, withProduct: to.id }}
            />
          ),
        },
        {
          title: t('insights.products.pairs.confidence'),
          isNumber: true,
          cell: ({ confidence, low, high }) =>
            t('insights.comingBack.shareRange', {
              percent: format.percent(confidence),
              low: format.percent(low),
              high: format.percent(high),
            }),
        },
        {
          title: t('insights.products.pairs.lift'),
          isNumber: true,
          cell: ({ lift }) => t('insights.past.single.times', { times: format.number(lift, 1) }),
        },
      ]}
    />
  );
}

/** What sells together, where that is no chance. */
export function PairsCard({ data }: { readonly data: Products }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pairs } = data;
  const { shown, baskets, looked, proven } = pairs;
  const question = t('insights.products.pairs.question');
  const common = {
    question,
    finding: pairsFinding(t, format, data),
    foot: (
      <ul className={classes.notes}>
        <li>{t('insights.products.pairs.how', { count: fewestTogether, looked })}</li>
        {shown.length < proven && (
          <li>{t('insights.products.pairs.cut', { count: shown.length, proven })}</li>
        )}
      </ul>
    ),
  };
  if (shown.length === 0) return <QuestionCard {...common}>{null}</QuestionCard>;
  const bars = shown.slice(0, BARS).map(({ from, to, confidence, lift }, index) => ({
    name: t('insights.products.pairs.both', { from: from.name, to: to.name }),
    value: confidence,
    text: format.percent(confidence),
    beside: t('insights.past.single.times', { times: format.number(lift, 1) }),
    isMain: index === 0,
  }));
  return (
    <QuestionCard
      {...common}
      plotted={t('insights.products.pairs.plotted', { count: baskets })}
      fileName="langgan-bersama"
      table={<Table {...data} />}
    >
      <LabelledBars
        label={t('insights.products.pairs.chartLabel')}
        bars={bars}
        heads={{
          bars: t('insights.products.pairs.confidence'),
          beside: t('insights.products.pairs.lift'),
        }}
      />
    </QuestionCard>
  );
}
