import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';

interface Props {
  readonly sold: Output<'insights.sales'>;
  /** What cannot be said without names. */
  readonly lacks?: 'worth' | 'comingBack' | 'who';
}

/** What was sold while no sale names its buyer: how much there is, what cannot be said of it, and the way to names. */
export function NamelessSales({ sold, lacks = 'worth' }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { sales, revenueMinor, firstOn, lastOn } = sold;
  const revenue = format.money(revenueMinor);
  const from = firstOn === null ? '' : format.date(firstOn);
  const to = lastOn === null ? '' : format.date(lastOn);
  return (
    <EmptyState
      title={t('insights.nameless.title', { count: sales, revenue })}
      text={`${t('insights.nameless.text', { from, to })} ${t(`insights.nameless.lacks.${lacks}`)} ${t('insights.nameless.way')}`}
    >
      <Button variant="filled" onClick={() => go('sales')}>
        {t('sales.filter.clear')}
      </Button>
      <Button onClick={() => go('import')}>{t('insights.bringIn')}</Button>
    </EmptyState>
  );
}
