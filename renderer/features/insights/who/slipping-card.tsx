import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { WhoButton } from '#renderer/components/chart/who-button.tsx';
import { ContactButtons } from '#renderer/components/contact/contact-buttons.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from '../insights.module.css';
import { useLookedFrom } from '../use-looked-from.ts';
import { useWho } from '../use-who.ts';
import { ContactQueue, reachable } from './contact-queue.tsx';
import { HitRate } from './hit-rate.tsx';
import { SilenceRule } from './silence-rule.tsx';

type Slipping = Output<'insights.slipping'>;
type Row = Slipping['rows'][number];

/** The answer in a sentence: how many, and what they brought. */
export function slippingFinding(
  t: Translate,
  format: Format,
  { count, revenueMinor }: Slipping,
  months: number,
): string {
  if (count === 0) return t('insights.slipping.nobody');
  const revenue = format.money(revenueMinor);
  return t('insights.slipping.finding', { count, months, revenue });
}

function useColumns(isThen: boolean): DataColumn<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const months = useSettings().settings.activeMonths;
  const nameOf = (row: Row) => (row.name === '' ? t('customers.noName') : row.name);
  const columns: DataColumn<Row>[] = [
    {
      title: t('insights.top.name'),
      cell: (row) => <Link href={addressOf({ customer: row.id })}>{nameOf(row)}</Link>,
    },
    { title: t('layer.title'), cell: (row) => <LayerSign layer={row.layer} /> },
    {
      title: t('insights.slipping.rhythm'),
      isNumber: true,
      cell: (row) =>
        row.usualGapDays === null
          ? t('insights.slipping.days', { count: row.boughtDays })
          : format.span(Math.max(1, row.usualGapDays)),
    },
    {
      title: t('insights.slipping.silent'),
      isNumber: true,
      cell: (row) => format.span(row.silentDays),
    },
    {
      title: t('insights.slipping.revenue', { months }),
      isNumber: true,
      cell: (row) => <Money minor={row.activeRevenueMinor} />,
    },
  ];
  if (isThen) return columns;
  const contact: DataColumn<Row> = {
    title: t('insights.slipping.contact'),
    cell: (row) =>
      row.isUnwilling ? (
        <StatusBadge kind="wrong">{t('privacy.may.no')}</StatusBadge>
      ) : (
        <ContactButtons phone={row.phone} name={nameOf(row)} isShort />
      ),
  };
  return [...columns, contact];
}

/** Everybody who is silent for longer than is usual for them, to be contacted one by one. */
export function SlippingCard({ slipping }: { readonly slipping: Slipping }) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = useSettings().settings.activeMonths;
  const { on } = useLookedFrom();
  const showWho = useWho();
  const columns = useColumns(on !== null);
  const [isWriting, setWriting] = useState(false);
  const { count, rows, through, second } = slipping;
  const shown = { count: format.number(rows.length), all: format.number(count) };
  return (
    <div className={classes.whole}>
      <QuestionCard
        question={t('insights.slipping.question')}
        finding={slippingFinding(t, format, slipping, months)}
        plotted={t('insights.slipping.plotted', { months, date: format.date(through) })}
        foot={
          <>
            {count > 0 && (
              <>
                <WhoButton onClick={() => showWho({ only: 'slipping' })} />
                {on === null && reachable(rows).length > 0 && (
                  <Button size="xs" onClick={() => setWriting(true)}>
                    {t('insights.slipping.oneByOne')}
                  </Button>
                )}
                {count > rows.length && <span>{t('insights.slipping.shown', shown)}</span>}
                {on !== null && <span>{t('insights.slipping.then')}</span>}
              </>
            )}
            <HitRate />
            <SilenceRule second={second} />
          </>
        }
      >
        {count > 0 && (
          <DataTable
            label={t('insights.slipping.question')}
            rows={rows}
            keyOf={(row) => String(row.id)}
            columns={columns}
          />
        )}
      </QuestionCard>
      {isWriting && <ContactQueue rows={rows} onClose={() => setWriting(false)} />}
    </div>
  );
}
