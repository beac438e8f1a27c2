import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { Card } from '#renderer/components/card.tsx';
import { silenceWords } from '#renderer/components/contact/silence-words.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { CustomerWorth } from '#shared/contract/insights.ts';
import { monthOf } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './worth-card.module.css';

const WIDTH = 256;
const HEIGHT = 48;
const BAR = 14;

/** Heights of the bars: the largest month fills the room, a month without revenue is a hairline. */
export function barHeights(revenues: readonly number[], room: number): readonly number[] {
  const most = Math.max(0, ...revenues);
  return revenues.map((one) => (most === 0 || one <= 0 ? 1.5 : Math.max(2, (one / most) * room)));
}

interface ChartProps {
  readonly worth: CustomerWorth;
  readonly title: string;
}

function Bars({ worth, title }: ChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { months, rhythm, historic } = worth;
  const heights = barHeights(
    months.map(({ revenueMinor }) => revenueMinor),
    HEIGHT - 4,
  );
  const lastMonth = historic.lastOn === null ? '' : monthOf(historic.lastOn);
  const step = (WIDTH - BAR) / (months.length - 1);
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={title}
    >
      <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {months.map(({ month, revenueMinor }, index) => (
        <rect
          key={month}
          x={index * step}
          y={HEIGHT - 1 - (heights[index] ?? 0)}
          width={BAR}
          height={heights[index] ?? 0}
          data-silent={(rhythm?.isSilent === true && month > lastMonth) || undefined}
        >
          <title>
            {t('customer.rhythm.bar', {
              month: format.month(month),
              revenue: format.money(revenueMinor),
            })}
          </title>
        </rect>
      ))}
    </svg>
  );
}

/** The same figures for who cannot see the bars. */
function MonthTable({ worth, title }: ChartProps) {
  const format = useFormat();
  return (
    <table className={classes.hidden}>
      <caption>{title}</caption>
      <tbody>
        {worth.months.map(({ month, revenueMinor }) => (
          <tr key={month}>
            <th scope="row">{format.month(month)}</th>
            <td>{format.money(revenueMinor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Bought on too few days for a gap, and is not missed yet. */
function hasNoRhythm({ usualGapDays, isSilent }: NonNullable<CustomerWorth['rhythm']>): boolean {
  return usualGapDays === null && !isSilent;
}

/** How often somebody buys, and since when not; a day rather than a length where that is counted to the past. */
function useHabit(): (worth: CustomerWorth) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ rhythm, historic }) => {
    if (rhythm === null || hasNoRhythm(rhythm)) return t('customer.rhythm.few');
    if (rhythm.usualGapDays === null) return silenceWords(t, format, rhythm);
    const gap = format.span(Math.max(1, rhythm.usualGapDays));
    const silent = format.span(rhythm.silentDays);
    if (rhythm.isSilent) return t('customer.rhythm.silent', { gap, silent });
    const isFarBack = rhythm.through < format.today || rhythm.silentDays === 0;
    return isFarBack && historic.lastOn !== null
      ? t('customer.rhythm.usualOn', { gap, date: format.date(historic.lastOn) })
      : t('customer.rhythm.usual', { gap, silent });
  };
}

interface Props {
  readonly customerId: CustomerId;
  readonly worth: CustomerWorth;
}

/** Twelve months of purchases and the habit in words. */
export function RhythmCard({ customerId, worth }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const habitOf = useHabit();
  const { rhythm, historic, months } = worth;
  if (historic.purchases === 0) return null;
  const words = habitOf(worth);
  const isThin = rhythm === null || hasNoRhythm(rhythm);
  const title = t('customer.rhythm.chart', {
    from: format.month(months[0]?.month ?? ''),
    to: format.month(months.at(-1)?.month ?? ''),
  });
  return (
    <Card>
      <h2 className={classes.hidden}>{t('customer.rhythm.title')}</h2>
      <p className={isThin ? `${classes.sentence} ${classes.thin}` : classes.sentence}>{words}</p>
      {rhythm !== null && !isThin && rhythm.through < format.today && (
        <p className={classes.why}>
          {t('customer.rhythm.through', { date: format.date(rhythm.through) })}
        </p>
      )}
      <Bars worth={worth} title={title} />
      <MonthTable worth={worth} title={title} />
      <p className={classes.ends}>
        <span>{format.month(months[0]?.month ?? '', true)}</span>
        {rhythm?.isSilent === true && historic.lastOn !== null ? (
          <b>{t('customer.rhythm.silentSince', { date: format.date(historic.lastOn, true) })}</b>
        ) : (
          <span>{format.month(months.at(-1)?.month ?? '', true)}</span>
        )}
      </p>
      <p className={classes.why}>
        <Link href={lists.sales.showing({ customerId, soldFrom: `${months[0]?.month ?? ''}-01` })}>
          {t('customer.rhythm.sales')}
        </Link>
      </p>
    </Card>
  );
}
