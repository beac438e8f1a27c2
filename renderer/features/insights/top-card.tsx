import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { CellLink, type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { fewestForBands } from '#shared/domain/worth/worth-bands.ts';
import { CustomerDerivation } from './customer-derivation.tsx';
import type { Worth } from './worth-chart.ts';

type TopCustomer = Worth['top'][number];

function nameOf(t: Translate, one: TopCustomer): string {
  return one.name === '' ? t('customers.noName') : one.name;
}

/** The answer in a sentence; with too few customers for bands, how few they are. */
export function topFinding(t: Translate, format: Format, worth: Worth): string {
  const { customers, top, totalMinor, positiveMinor } = worth;
  if (customers < fewestForBands) {
    return t('insights.worth.few', { count: customers, total: format.computed(totalMinor) });
  }
  if (positiveMinor === 0 || customers <= top.length) {
    return t('insights.top.all', { count: top.length });
  }
  const value = top.reduce((sum, one) => sum + Math.max(0, one.clvMinor), 0);
  const percent = format.percent(value / positiveMinor);
  return t('insights.top.finding', { count: top.length, percent });
}

function useColumns(explain: (one: TopCustomer) => void): DataColumn<TopCustomer>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      title: t('insights.top.name'),
      cell: (one) => <Link href={addressOf({ customer: one.id })}>{nameOf(t, one)}</Link>,
    },
    { title: t('layer.title'), cell: (one) => <LayerSign layer={one.layer} /> },
    {
      title: t('insights.top.purchases'),
      isNumber: true,
      cell: (one) => format.number(one.purchases),
    },
    {
      title: t('insights.top.revenue'),
      isNumber: true,
      cell: (one) => <Money minor={one.revenueMinor} short />,
    },
    {
      title: t('insights.top.value'),
      isNumber: true,
      cell: (one) => (
        <CellLink
          label={t('customer.worth.explain', { what: format.computed(one.clvMinor) })}
          onClick={() => explain(one)}
        >
          {format.computed(one.clvMinor)}
        </CellLink>
      ),
    },
  ];
}

/** Who is worth most: the best customers by the formula, each with its derivation one click away. */
export function TopCard({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [explained, setExplained] = useState<TopCustomer | null>(null);
  const columns = useColumns(setExplained);
  const how = t('insights.top.plotted');
  const isFew = worth.customers < fewestForBands;
  return (
    <>
      <QuestionCard
        question={t('insights.top.question')}
        finding={topFinding(t, format, worth)}
        plotted={isFew ? `${t('insights.worth.fewHint', { count: fewestForBands })} ${how}` : how}
      >
        <DataTable
          label={t('insights.top.question')}
          rows={worth.top}
          keyOf={(one) => String(one.id)}
          columns={columns}
        />
      </QuestionCard>
      {explained !== null && (
        <CustomerDerivation
          customer={{ id: explained.id, name: nameOf(t, explained) }}
          onClose={() => setExplained(null)}
        />
      )}
    </>
  );
}
