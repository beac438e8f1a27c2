import { Button, Menu } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/app/i18n.ts';
import { BarChart } from '#renderer/components/chart/bar-chart.tsx';
import { CellLink, DataTable } from '#renderer/components/chart/data-table.tsx';
import { useInk } from '#renderer/components/chart/ink.ts';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { StatusBadge } from '#renderer/components/status-badge.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { wholeMoney } from '#renderer/components/whole-money.ts';
import classes from './insights.module.css';
import { rangeText } from './range-text.ts';
import { useWho, valuesBetween } from './use-who.ts';
import {
  type Band,
  bandColour,
  barColour,
  type PlacedBar,
  placeBars,
  shareMarks,
  shareOptions,
  type Worth,
  worthMarks,
  worthOptions,
} from './worth-chart.ts';
import { WorthDerivation } from './worth-derivation.tsx';

/** The answer in a sentence. */
export function worthFinding(t: Translate, format: Format, worth: Worth): string {
  const { customers, halfBy } = worth;
  if (halfBy === 0) return t('insights.worth.nothing', { count: customers });
  const percent = format.percent(halfBy / customers, halfBy * 100 < customers ? 1 : 0);
  return t('insights.worth.finding', { count: halfBy, all: customers, percent });
}

function Distribution({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ink = useInk();
  const showWho = useWho();
  const bars = placeBars(worth);
  const bandName = (band: Band) => t(`insights.worth.band.${band.band}`);
  const words = {
    bandName,
    people: (count: number) => t('insights.people', { count }),
    more: t('insights.worth.more'),
  };
  const bands = worth.bands.filter((band) => band.bars.length > 0);
  const shareText = (share: number, isMain: boolean) => {
    const percent = format.percent(share);
    return isMain ? t('insights.worth.ofValue', { percent }) : percent;
  };
  const title = (bar: PlacedBar | undefined) =>
    bar === undefined ? '' : rangeText(t, format, bar);
  const people = (bar: PlacedBar | undefined) =>
    t('insights.people', { count: bar?.customers ?? 0 });
  const tooltip = {
    callbacks: {
      title: (items: { dataIndex: number }[]) => title(bars[items[0]?.dataIndex ?? 0]),
      label: (item: { dataIndex: number }) => people(bars[item.dataIndex]),
    },
  };
  const shareTip = {
    callbacks: {
      title: () => '',
      label: (item: { datasetIndex: number }) => {
        const band = bands[item.datasetIndex];
        return band === undefined
          ? ''
          : `${bandName(band)}: ${wholeMoney(format, band.valueMinor)}`;
      },
    },
  };
  return (
    <>
      <BarChart
        label={t('insights.worth.chartLabel')}
        heightRem={11.25}
        ink={ink}
        data={{
          datasets: [
            {
              data: bars.map((bar) => ({ x: bar.x, y: bar.customers })),
              backgroundColor: bars.map((bar) => barColour(bar, ink)),
              barPercentage: 0.94,
              categoryPercentage: 1,
              borderRadius: 2,
            },
          ],
        }}
        options={{ ...worthOptions(bars, ink), plugins: { tooltip: tooltip as never } }}
        marks={worthMarks(bars, words, format)}
        onPick={(_dataset, index) => {
          const bar = bars[index];
          if (bar !== undefined) showWho(valuesBetween(bar));
        }}
      />
      <BarChart
        label={t('insights.worth.sharesLabel')}
        heightRem={2.25}
        ink={ink}
        data={{
          labels: [''],
          datasets: bands.map((band) => ({
            data: [band.valueShare],
            backgroundColor: bandColour(band.band, ink),
            borderColor: ink.surface,
            borderWidth: { right: 2 },
            borderSkipped: false as const,
            barPercentage: 1,
            categoryPercentage: 1,
          })),
        }}
        options={{ ...shareOptions(ink), plugins: { tooltip: shareTip as never } }}
        marks={shareMarks(bands, shareText)}
      />
    </>
  );
}

function WorthTable({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const showWho = useWho();
  return (
    <DataTable
      label={t('insights.worth.question')}
      rows={placeBars(worth)}
      keyOf={(bar) => String(bar.x)}
      columns={[
        { title: t('insights.worth.value'), cell: (bar) => rangeText(t, format, bar) },
        {
          title: t('insights.worth.bandTitle'),
          cell: (bar) => t(`insights.worth.band.${bar.band.band}`),
        },
        {
          title: t('insights.peopleTitle'),
          isNumber: true,
          cell: (bar) =>
            bar.customers === 0 ? (
              '0'
            ) : (
              <CellLink onClick={() => showWho(valuesBetween(bar))}>
                {format.number(bar.customers)}
              </CellLink>
            ),
        },
      ]}
      sums={[t('insights.all'), '', format.number(worth.customers)]}
    />
  );
}

function Foot({ worth, onExplain }: { readonly worth: Worth; onExplain(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const showWho = useWho();
  const low = worth.bands.find((band) => band.band === 'low')?.customers ?? 0;
  const people = worth.bands.filter((band) => band.customers > 0).reverse();
  return (
    <>
      <Menu position="top-start">
        <Menu.Target>
          <Button size="xs" leftSection={<IconUsers size={16} stroke={1.75} aria-hidden="true" />}>
            {t('insights.who')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {people.map((band) => (
            <Menu.Item
              key={band.band}
              rightSection={
                <span className={classes.menuCount}>{format.number(band.customers)}</span>
              }
              onClick={() => showWho(valuesBetween(band))}
            >
              {t(`insights.worth.band.${band.band}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="xs" variant="subtle" onClick={onExplain}>
        {t('insights.how')}
      </Button>
      {worth.lowDominates && (
        <span className={classes.flag}>
          <StatusBadge kind="due">
            {t('insights.worth.lowDominates', { percent: format.percent(low / worth.customers) })}
          </StatusBadge>
        </span>
      )}
    </>
  );
}

/** What are customers worth: how the formula values are spread, and who brings most of them. */
export function WorthCard({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isExplained, setExplained] = useState(false);
  const symbol = format.money(0).replace(/[\d\s\u00a0]/g, '');
  const total = format.money(worth.totalMinor, { short: true });
  return (
    <>
      <QuestionCard
        question={t('insights.worth.question')}
        finding={worthFinding(t, format, worth)}
        plotted={t('insights.worth.plotted', { symbol, total })}
        fileName="langgan-clv"
        table={<WorthTable worth={worth} />}
        foot={<Foot worth={worth} onExplain={() => setExplained(true)} />}
      >
        <Distribution worth={worth} />
      </QuestionCard>
      <WorthDerivation worth={worth} isOpen={isExplained} onClose={() => setExplained(false)} />
    </>
  );
}
