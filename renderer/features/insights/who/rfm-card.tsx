import { Button, Menu } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import { WhoCell } from '../cells.tsx';
import classes from '../insights.module.css';
import { useWho } from '../use-who.ts';

export type Rfm = Output<'insights.rfm'>;
type Group = Rfm['groups'][number];

/** Those who carry a shop: who buys often. */
const BEST: readonly Group['group'][] = ['champions', 'loyal'];

/** Revenue of groups that brought something: what shares of it are shares of. */
function positiveOf({ groups }: Rfm): number {
  return groups.reduce((sum, { moneyMinor }) => sum + Math.max(0, moneyMinor), 0);
}

/** The part of the revenue, with one decimal where a whole per cent would hide it. */
function shareOf(format: Format, moneyMinor: number, positive: number): string {
  if (positive <= 0) return '';
  const share = Math.max(0, moneyMinor) / positive;
  return format.percent(share, share > 0 && share < 0.01 ? 1 : 0);
}

/** The answer in a sentence, or why there is none. */
export function rfmFinding(t: Translate, format: Format, rfm: Rfm): string {
  const { buyers, reason, needs, groups } = rfm;
  if (reason !== null) return t(`insights.rfm.${reason}`, { count: buyers, needs });
  const best = groups.filter(({ group }) => BEST.includes(group));
  const count = best.reduce((sum, one) => sum + one.customers, 0);
  const positive = positiveOf(rfm);
  if (positive <= 0) return t('insights.rfm.noRevenue', { count, all: buyers });
  const brought = best.reduce((sum, one) => sum + Math.max(0, one.moneyMinor), 0);
  const percent = format.percent(brought / positive);
  return t('insights.rfm.finding', { count, all: buyers, percent });
}

function useColumns(rfm: Rfm): DataColumn<Group>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const positive = positiveOf(rfm);
  const last = ({ silentDays }: Group) =>
    silentDays === 0
      ? t('insights.rfm.today')
      : t('insights.rfm.ago', { span: format.span(silentDays) });
  return [
    {
      title: t('insights.rfm.group'),
      cell: ({ group }) => (
        <>
          {t(`segments.rfm.${group}`)}
          <span className={classes.groupHint}>{t(`insights.rfm.whoIs.${group}`)}</span>
        </>
      ),
    },
    {
      title: t('insights.rfm.customers'),
      isNumber: true,
      cell: (one) => <WhoCell count={one.customers} filter={{ rfm: [one.group] }} />,
    },
    {
      title: t('insights.rfm.revenue'),
      isNumber: true,
      cell: (one) => <Money minor={one.moneyMinor} short />,
    },
    {
      title: t('insights.rfm.share'),
      isNumber: true,
      cell: (one) => shareOf(format, one.moneyMinor, positive),
    },
    { title: t('insights.rfm.silent'), isNumber: true, cell: last },
    {
      title: t('insights.rfm.days'),
      isNumber: true,
      cell: (one) => format.number(one.purchaseDays),
    },
    {
      title: t('insights.rfm.do'),
      cell: ({ group }) => <span className={classes.act}>{t(`insights.rfm.act.${group}`)}</span>,
    },
  ];
}

function WhoMenu({ groups }: Pick<Rfm, 'groups'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const showWho = useWho();
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button size="xs" leftSection={<IconUsers size={16} stroke={1.75} aria-hidden="true" />}>
          {t('insights.who')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map(({ group, customers }) => (
          <Menu.Item
            key={group}
            rightSection={<span className={classes.menuCount}>{format.number(customers)}</span>}
            onClick={() => showWho({ rfm: [group] })}
          >
            {t(`segments.rfm.${group}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Bars({ rfm }: { readonly rfm: Rfm }) {
  const { t } = useTranslation();
  const format = useFormat();
  const showWho = useWho();
  const positive = positiveOf(rfm);
  const { groups } = rfm;
  return (
    <LabelledBars
      label={t('insights.rfm.chartLabel')}
      bars={groups.map(({ group, customers, moneyMinor }) => ({
        name: t(`segments.rfm.${group}`),
        value: customers,
        text: format.number(customers),
        beside: shareOf(format, moneyMinor, positive),
        isMain: BEST.includes(group),
      }))}
      heads={{
        bars: t('insights.rfm.chartCustomers'),
        beside: t('insights.rfm.chartRevenue'),
      }}
      onPick={(index) => {
        const picked = groups[index];
        if (picked !== undefined) showWho({ rfm: [picked.group] });
      }}
    />
  );
}

/** Groups by how lately, how often and for how much they bought, each with what to do. */
export function RfmCard({ rfm }: { readonly rfm: Rfm }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns(rfm);
  const { from, to, moneyMinor, reason, groups, firstOn } = rfm;
  const question = t('insights.rfm.question');
  const finding = rfmFinding(t, format, rfm);
  if (reason !== null)
    return (
      <QuestionCard question={question} finding={finding}>
        {null}
      </QuestionCard>
    );
  const table = (
    <DataTable
      label={t('insights.rfm.table')}
      rows={groups}
      keyOf={({ group }) => group}
      columns={columns}
    />
  );
  return (
    <div className={classes.whole}>
      <QuestionCard
        question={question}
        finding={finding}
        plotted={t('insights.rfm.plotted', {
          from: format.date(from, true),
          to: format.date(to, true),
          revenue: format.money(moneyMinor, { short: true }),
        })}
        fileName="langgan-rfm"
        foot={
          <>
            <WhoMenu groups={groups} />
            <ul className={classes.notes}>
              <li>{t('insights.rfm.how')}</li>
              {firstOn !== null && firstOn > from && (
                <li>{t('insights.rfm.begins', { date: format.date(firstOn) })}</li>
              )}
            </ul>
          </>
        }
      >
        <Bars rfm={rfm} />
        {table}
      </QuestionCard>
    </div>
  );
}
