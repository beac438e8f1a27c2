import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { Money } from '#renderer/components/figures.tsx';
import {
  chanceWords,
  type Predicted,
  rangeWords,
} from '#renderer/components/predicted/predicted-words.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import classes from './predicted.module.css';

type Best = Predicted['top'][number];

/** The answer in a sentence: which part of everything that is expected these bring. */
export function bestFinding(t: Translate, format: Format, predicted: Predicted): string {
  const { top, total, customers } = predicted;
  const all = total?.money.mean ?? 0;
  if (all <= 0 || customers <= top.length) return t('insights.best.all', { count: top.length });
  const part = top.reduce((sum, one) => sum + one.money.mean, 0) / all;
  return t('insights.best.finding', { count: top.length, percent: format.percent(part) });
}

function useColumns(): DataColumn<Best>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      title: t('insights.top.name'),
      cell: (one) => (
        <Link href={addressOf({ customer: one.id })}>
          {one.name === '' ? t('customers.noName') : one.name}
        </Link>
      ),
    },
    { title: t('insights.best.chance'), cell: (one) => chanceWords(t, one.chance) },
    {
      title: t('insights.best.expected'),
      isNumber: true,
      cell: (one) => {
        const range = rangeWords(format, one.money);
        return (
          <>
            {range.mean}
            <span className={classes.between}>{t('insights.best.between', range)}</span>
          </>
        );
      },
    },
    {
      title: t('insights.top.revenue'),
      isNumber: true,
      cell: (one) => <Money minor={one.revenueMinor} short />,
    },
  ];
}

/** The customers most is expected of: who has left is not among them, whatever was bought before. */
export function BestCard({ predicted }: { readonly predicted: Predicted }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns();
  const { basis, top } = predicted;
  if (basis.kind === 'thin') return null;
  return (
    <QuestionCard
      question={t('insights.best.question')}
      finding={bestFinding(t, format, predicted)}
      plotted={t('insights.best.plotted', { count: basis.months })}
    >
      <DataTable
        label={t('insights.best.question')}
        rows={top}
        keyOf={(one) => String(one.id)}
        columns={columns}
      />
    </QuestionCard>
  );
}
