import { Button, Menu } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { BarChart } from '#renderer/components/chart/bar-chart.tsx';
import { useInk } from '#renderer/components/chart/ink.ts';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import classes from './insights.module.css';
import { rangeText } from './range-text.ts';
import { SeeWho } from './see-who.tsx';
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
import { WorthTable } from './worth-table.tsx';

/** The answer in a sentence. */
export function worthFinding(t: Translate, format: Format, worth: Worth): string {
  const { customers, halfBy } = worth;
  if (halfBy === 0) return t('insights.worth.nothing', { count: customers });
  const percent = format.percent(halfBy / customers, halfBy * 100 < customers ? 1 : 0);
  return t('insights.worth.finding', { count: halfBy, all: customers, percent });
}

function ValueBars({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ink = useInk();
  const showWho = useWho();
  const bars = placeBars(worth);
  const people = (count: number) => t('insights.people', { count });
  const words = {
    bandName: (band: Band) => t(`insights.worth.band.${band.band}`),
    people,
    more: t('insights.worth.more'),
  };
  const title = (bar: PlacedBar | undefined) =>
    bar === undefined ? '' : rangeText(t, format, bar);
  const tooltip = {
    callbacks: {
      title: (items: { dataIndex: number }[]) => title(bars[items[0]?.dataIndex ?? 0]),
      label: (item: { dataIndex: number }) => people(bars[item.dataIndex]?.customers ?? 0),
    },
  };
  const set = {
    data: bars.map((bar) => ({ x: bar.x, y: bar.customers })),
    backgroundColor: bars.map((bar) => barColour(bar, ink)),
    barPercentage: 0.94,
    categoryPercentage: 1,
    borderRadius: 2,
  };
  return (
    <BarChart
      label={t('insights.worth.chartLabel')}
      heightRem={11.25}
      ink={ink}
      data={{ datasets: [set] }}
      options={{ ...worthOptions(bars, ink), plugins: { tooltip: tooltip as never } }}
      marks={worthMarks(bars, words, format)}
      onPick={(_dataset: number, index: number) => {
        const bar = bars[index];
        if (bar !== undefined) showWho(valuesBetween(bar));
      }}
    />
  );
}

function ShareStrip({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ink = useInk();
  const bands = worth.bands.filter((band) => band.bars.length > 0);
  const shareText = (share: number, isMain: boolean) => {
    const percent = format.percent(share);
    return isMain ? t('insights.worth.ofValue', { percent }) : percent;
  };
  const valueText = (band: Band) =>
    `${t(`insights.worth.band.${band.band}`)}: ${format.computed(band.valueMinor)}`;
  const tooltip = {
    callbacks: {
      title: () => '',
      label: (item: { datasetIndex: number }) => {
        const band = bands[item.datasetIndex];
        return band === undefined ? '' : valueText(band);
      },
    },
  };
  const sets = bands.map((band) => ({
    data: [band.valueShare],
    backgroundColor: bandColour(band.band, ink),
    borderColor: ink.surface,
    borderWidth: { right: 2 },
    borderSkipped: false as const,
    barPercentage: 1,
    categoryPercentage: 1,
  }));
  return (
    <BarChart
      label={t('insights.worth.sharesLabel')}
      heightRem={2.25}
      ink={ink}
      data={{ labels: [''], datasets: sets }}
      options={{ ...shareOptions(ink), plugins: { tooltip: tooltip as never } }}
      marks={shareMarks(bands, shareText)}
    />
  );
}

function BandMenu({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const showWho = useWho();
  const people = worth.bands.filter((band) => band.customers > 0).reverse();
  return (
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
  );
}

function Foot({ worth, onExplain }: { readonly worth: Worth; onExplain(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const low = worth.bands.find((band) => band.band === 'low')?.customers ?? 0;
  const without = placeBars(worth).find((bar) => bar.fromMinor === null)?.customers ?? 0;
  return (
    <>
      <BandMenu worth={worth} />
      {worth.halfFromMinor !== null && (
        <SeeWho
          count={worth.halfBy}
          filter={{ clvFromMinor: worth.halfFromMinor }}
          text={t('insights.worth.halfWho', { count: worth.halfBy })}
        />
      )}
      <Button size="xs" variant="subtle" onClick={onExplain}>
        {t('insights.how')}
      </Button>
      <span className={classes.flags}>
        {worth.lowDominates && (
          <StatusBadge kind="due">
            {t('insights.worth.lowDominates', { percent: format.percent(low / worth.customers) })}
          </StatusBadge>
        )}
        {without > 0 && (
          <StatusBadge kind="due">{t('insights.worth.without', { count: without })}</StatusBadge>
        )}
      </span>
    </>
  );
}

/** What are customers worth: how the formula values are spread, and who brings most of them. */
export function WorthCard({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isExplained, setExplained] = useState(false);
  const symbol = format.money(0).replace(/[\d\s\u00a0.,]/g, '');
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
        <ValueBars worth={worth} />
        <ShareStrip worth={worth} />
      </QuestionCard>
      <WorthDerivation worth={worth} isOpen={isExplained} onClose={() => setExplained(false)} />
    </>
  );
}
