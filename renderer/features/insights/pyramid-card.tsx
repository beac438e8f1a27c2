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
import type { Layer } from '#shared/contract/customers.ts';
import { SalesCell, WhoCell } from './cells.tsx';
import classes from './insights.module.css';
import {
  countRoomOf,
  isActiveLayer,
  type Pyramid,
  pyramidData,
  pyramidMarks,
  pyramidOptions,
  shareText,
} from './pyramid-chart.ts';
import { PyramidDerivation } from './pyramid-derivation.tsx';
import { PyramidTable } from './pyramid-table.tsx';
import { useWho } from './use-who.ts';

/** Top and large together: the few who are said to carry the shop. */
const BEST: readonly Layer[] = ['top', 'large'];

/** Of fewer active customers a share says nothing: one of two is always half. */
const FEWEST_FOR_SHARES = 5;

/** The answer in a sentence. */
export function pyramidFinding(t: Translate, format: Format, pyramid: Pyramid): string {
  const { active, revenueMinor, layers, from, to } = pyramid;
  if (active === 0) {
    return t('insights.pyramid.nobody', { from: format.date(from), to: format.date(to) });
  }
  if (revenueMinor <= 0) return t('insights.pyramid.noRevenue', { count: active });
  if (active < FEWEST_FOR_SHARES) {
    return t('insights.pyramid.few', { count: active, revenue: format.money(revenueMinor) });
  }
  const best = layers.filter((row) => BEST.includes(row.layer));
  const count = best.reduce((sum, row) => sum + row.customers, 0);
  const percent = format.percent(best.reduce((sum, row) => sum + row.revenueShare, 0));
  return t('insights.pyramid.finding', { count, percent, active });
}

function Layers({ pyramid }: { readonly pyramid: Pyramid }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ink = useInk();
  const showWho = useWho();
  const { layers } = pyramid;
  const words = {
    layer: (layer: Layer) => t(`layer.${layer}`),
    people: t('insights.peopleTitle'),
    revenue: t('insights.pyramid.revenueHead'),
    customers: t('insights.pyramid.customersHead'),
  };
  const tooltip = {
    callbacks: {
      title: (items: { dataIndex: number }[]) => {
        const row = layers[items[0]?.dataIndex ?? 0];
        return row === undefined ? '' : words.layer(row.layer);
      },
      label: (item: { dataIndex: number; datasetIndex: number }) => {
        const row = layers[item.dataIndex];
        if (row === undefined) return '';
        return item.datasetIndex === 0
          ? `${format.money(row.revenueMinor)} (${shareText(format, row.revenueShare)}\u00a0%)`
          : t('insights.people', { count: row.customers });
      },
    },
  };
  return (
    <BarChart
      label={t('insights.pyramid.chartLabel')}
      heightRem={12.5}
      ink={ink}
      data={pyramidData(layers, words, ink)}
      options={{
        ...pyramidOptions(layers, countRoomOf(layers, words, ink, format), ink),
        plugins: { tooltip: tooltip as never },
      }}
      marks={pyramidMarks(layers, words, format)}
      onPick={(_dataset: number, index: number) => {
        const row = layers[index];
        if (row !== undefined) showWho({ layers: [row.layer] });
      }}
    />
  );
}

function Who({ pyramid }: { readonly pyramid: Pyramid }) {
  const { t } = useTranslation();
  const format = useFormat();
  const showWho = useWho();
  const present = pyramid.layers.filter((row) => row.customers > 0);
  const silent = present.filter((row) => !isActiveLayer(row.layer)).map((row) => row.layer);
  const count = (value: number) => (
    <span className={classes.menuCount}>{format.number(value)}</span>
  );
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button size="xs" leftSection={<IconUsers size={16} stroke={1.75} aria-hidden="true" />}>
          {t('insights.who')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {present.map((row) => (
          <Menu.Item
            key={row.layer}
            rightSection={count(row.customers)}
            onClick={() => showWho({ layers: [row.layer] })}
          >
            {t(`layer.${row.layer}`)}
          </Menu.Item>
        ))}
        {silent.length > 1 && (
          <>
            <Menu.Divider />
            <Menu.Item
              rightSection={count(pyramid.waste.customers)}
              onClick={() => showWho({ layers: silent })}
            >
              {t('insights.pyramid.broughtNothing')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What belongs to no layer, and who stands in one for another reason than the rest. */
function LeftOut({ pyramid }: { readonly pyramid: Pyramid }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { anonymousRevenueMinor, trashedRevenueMinor, returnsOnly, from, to } = pyramid;
  const sales = (buyer: 'none' | 'trashed') => (
    <SalesCell text={t('insights.sales')} filter={{ buyer, soldFrom: from, soldTo: to }} />
  );
  return (
    <>
      {anonymousRevenueMinor !== 0 && (
        <li>
          {t('insights.pyramid.anonymous', { amount: format.money(anonymousRevenueMinor) })}{' '}
          {sales('none')}
        </li>
      )}
      {trashedRevenueMinor !== 0 && (
        <li>
          {t('insights.pyramid.trashed', { amount: format.money(trashedRevenueMinor) })}{' '}
          {sales('trashed')}
        </li>
      )}
      {returnsOnly > 0 && (
        <li>
          {t('insights.pyramid.returnsOnly', { count: returnsOnly })}{' '}
          <WhoCell count={returnsOnly} filter={{ only: 'returned' }} text={t('insights.who')} />
        </li>
      )}
    </>
  );
}

/** What has to be said beside the figures: thin data, arbitrary cuts, what is not in them. */
function Notes({ pyramid }: { readonly pyramid: Pyramid }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { waste, isSmall, splits } = pyramid;
  return (
    <ul className={classes.notes}>
      {waste.customers > 0 && (
        <li>
          <StatusBadge kind="due">
            {t('insights.pyramid.waste', {
              count: waste.customers,
              percent: format.percent(waste.share),
            })}
          </StatusBadge>
          {waste.keepingCostMinor !== null && (
            <span>
              {t('insights.pyramid.wasteCost', { amount: format.money(waste.keepingCostMinor) })}
            </span>
          )}
        </li>
      )}
      {splits.map((layer) => (
        <li key={layer}>
          <StatusBadge kind="due">
            {t('insights.pyramid.split', { layer: t(`layer.${layer}`) })}
          </StatusBadge>
          <span>{t('insights.pyramid.splitWhy')}</span>
        </li>
      ))}
      {isSmall && <li>{t('insights.pyramid.small')}</li>}
      <LeftOut pyramid={pyramid} />
    </ul>
  );
}

/** How is revenue made up: the pyramid of layers with the shop's actual shares. */
export function PyramidCard({ pyramid }: { readonly pyramid: Pyramid }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isExplained, setExplained] = useState(false);
  const plotted = t('insights.pyramid.plotted', {
    revenue: format.money(pyramid.revenueMinor, { short: true }),
    from: format.date(pyramid.from, true),
    to: format.date(pyramid.to, true),
  });
  return (
    <>
      <QuestionCard
        question={t('insights.pyramid.question')}
        finding={pyramidFinding(t, format, pyramid)}
        plotted={plotted}
        fileName="langgan-piramida"
        table={<PyramidTable pyramid={pyramid} />}
        foot={
          <>
            <Who pyramid={pyramid} />
            <Button size="xs" variant="subtle" onClick={() => setExplained(true)}>
              {t('insights.how')}
            </Button>
            <Notes pyramid={pyramid} />
          </>
        }
      >
        <Layers pyramid={pyramid} />
      </QuestionCard>
      <PyramidDerivation
        pyramid={pyramid}
        isOpen={isExplained}
        onClose={() => setExplained(false)}
      />
    </>
  );
}
