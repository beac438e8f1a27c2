import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { lists } from '#renderer/base/lists.ts';
import { Card } from '#renderer/components/card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { fewestToCompare } from '#shared/contract/insights/time.ts';
import { addMonths } from '#shared/domain/calendar/dates.ts';
import { axisRoom, linePoints, niceTop } from './month-lines.ts';
import { TargetLine } from './target-line.tsx';
import classes from './today.module.css';

type Month = Output<'insights.month'>;

const WIDTH = 304;
const HEIGHT = 128;
const BOTTOM = 20;
const RIGHT = 34;
const TOP = 8;

function Lines({ month, label }: { readonly month: Month; readonly label: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = month.lastYear.length;
  const top = niceTop(Math.max(0, ...month.now, ...month.lastYear));
  const ticks = [0, top / 2, top];
  const write = (tick: number) => (tick === 0 ? '0' : format.money(tick, { short: true }));
  const left = axisRoom(ticks.map(write));
  const box = { left, top: TOP, width: WIDTH - left - RIGHT, height: HEIGHT - TOP - BOTTOM };
  const now = linePoints(month.now, days, top, box);
  const before = linePoints(month.lastYear, days, top, box);
  const end = now.at(-1);
  const y = (value: number) => box.top + box.height * (1 - value / top);
  const text = (points: readonly (readonly [number, number])[]) =>
    points.map(([px, py]) => `${px},${py}`).join(' ');
  const year = Number(month.month.slice(0, 4));
  return (
    <svg className={classes.lines} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.grid} x1={left} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text className={classes.tick} x={left - 6} y={y(tick) + 4} textAnchor="end">
            {write(tick)}
          </text>
        </g>
      ))}
      <polyline className={classes.before} points={text(before)} />
      <polyline className={classes.now} points={text(now)} />
      {end !== undefined && <circle className={classes.end} cx={end[0]} cy={end[1]} r={3.5} />}
      <text className={classes.tick} x={WIDTH - RIGHT + 4} y={(before.at(-1)?.[1] ?? 0) + 4}>
        {year - 1}
      </text>
      <text className={classes.tick} x={left} y={HEIGHT - 4}>
        1
      </text>
      <text className={classes.tick} x={WIDTH - RIGHT} y={HEIGHT - 4} textAnchor="end">
        {days}
      </text>
      <title>{t('today.monthAxis', { month: format.month(month.month) })}</title>
    </svg>
  );
}

/** The finding: by how much the month is above or below the same days a year ago. */
export function monthFinding(t: Translate, format: Format, month: Month): string {
  const { nowMinor, lastYearMinor, nowSales, lastYearSales } = month;
  const name = { month: format.month(month.month) };
  if (lastYearSales === 0) return t('today.monthFirst', name);
  if (Math.min(nowSales, lastYearSales) < fewestToCompare || lastYearMinor <= 0) {
    return t('today.monthFew', { ...name, count: nowSales, before: lastYearSales });
  }
  const change = nowMinor / lastYearMinor - 1;
  if (Math.abs(change) < 0.005) return t('today.monthSame', name);
  const percent = format.percent(Math.abs(change));
  return t(change > 0 ? 'today.monthUp' : 'today.monthDown', { ...name, percent });
}

/** The sales of the days that are compared, so many months back. */
function salesOf({ month, through }: Month, back: number) {
  return lists.sales.showing({
    soldFrom: addMonths(`${month}-01`, -back),
    soldTo: addMonths(through, -back),
  });
}

/** The month's revenue up to the last whole day that the sales reach, beside the same days a year ago. */
export function MonthCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('insights.month', {}, { keepPrevious: true });
  const { data: sold } = useQuery('insights.sales', {}, { keepPrevious: true });
  if (data === undefined || sold === undefined) return <Skeleton h="15rem" radius="lg" />;
  if (sold.lastOn === null) return null;
  if (data.isStale) {
    return (
      <Card title={t('today.monthStale', { date: format.date(data.through) })}>
        <p className={classes.sofar}>{t('today.monthStaleText')}</p>
        <TargetLine />
      </Card>
    );
  }
  if (data.nowMinor === 0 && data.lastYear.every((one) => one === 0)) return null;
  const label = t('today.monthLabel', { month: format.month(data.month) });
  const date = format.date(data.through);
  return (
    <Card title={monthFinding(t, format, data)}>
      <p className={classes.sofar}>
        <b>
          <Link href={salesOf(data, 0)}>{format.money(data.nowMinor)}</Link>
        </b>{' '}
        {t('today.monthSoFar', { date, before: format.money(data.lastYearMinor) })}{' '}
        <Link href={salesOf(data, 12)}>{t('today.monthBefore')}</Link>
      </p>
      <Lines month={data} label={label} />
      <TargetLine />
    </Card>
  );
}
