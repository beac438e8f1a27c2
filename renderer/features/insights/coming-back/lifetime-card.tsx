import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { textOfDays } from '#shared/contract/days.ts';
import { fewestForShares } from '#shared/contract/insights/coming-back.ts';
import classes from '../insights.module.css';
import { SeeWho } from '../see-who.tsx';
import { type ComingBack, lengthText, shareWords } from './words.ts';

type Lifetime = NonNullable<ComingBack['lifetime']>;
type Point = Lifetime['points'][number];

/** The answer in a sentence, or what it takes. */
export function lifetimeFinding(t: Translate, format: Format, { lifetime, months }: ComingBack) {
  if (lifetime === null)
    return t('insights.comingBack.lifetime.few', { count: months, needs: fewestForShares });
  return t('insights.comingBack.lifetime.finding', {
    mean: lengthText(t, format, lifetime.mean),
    low: lengthText(t, format, lifetime.low),
    high: lengthText(t, format, lifetime.high),
  });
}

function useColumns(nameOf: (point: Point) => string): DataColumn<Point>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { title: t('insights.comingBack.lifetime.after'), cell: nameOf },
    {
      title: t('insights.comingBack.lifetime.followed'),
      isNumber: true,
      cell: ({ atRisk }) => format.number(atRisk),
    },
    {
      title: t('insights.comingBack.lifetime.still'),
      isNumber: true,
      cell: (point) => t('insights.comingBack.shareRange', shareWords(format, point)),
    },
  ];
}

type WhoProps = { readonly lifetime: Lifetime } & Pick<ComingBack, 'active'>;

/** Everybody whom the curve is made of, and those of them who left. */
function Who({ lifetime, active }: WhoProps) {
  const { t } = useTranslation();
  const { customers, left, from, to } = lifetime;
  const first = { firstFrom: from, firstTo: to };
  return (
    <>
      <SeeWho count={customers} filter={first} />
      <SeeWho
        count={left}
        filter={{ ...first, notBoughtIn: [textOfDays(active)] }}
        text={t('insights.comingBack.lifetime.whoLeft', { count: left })}
      />
    </>
  );
}

/** How long somebody stays a customer: everybody counts, those who still buy as still there. */
export function LifetimeCard({ data }: { readonly data: ComingBack }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lifetime, months, active } = data;
  const nameOf = ({ days }: Point) =>
    days === 0 ? t('insights.comingBack.lifetime.once') : lengthText(t, format, days);
  const columns = useColumns(nameOf);
  const title = t('insights.comingBack.lifetime.question');
  const common = { question: title, finding: lifetimeFinding(t, format, data) };
  if (lifetime === null) return <QuestionCard {...common}>{null}</QuestionCard>;
  const { customers, left, horizonDays, points } = lifetime;
  return (
    <QuestionCard
      {...common}
      plotted={t('insights.comingBack.lifetime.plotted', {
        count: customers,
        left,
        horizon: lengthText(t, format, horizonDays),
      })}
      fileName="langgan-lama-pelanggan"
      table={
        <DataTable label={title} rows={points} keyOf={(row) => `${row.days}`} columns={columns} />
      }
      foot={
        <>
          <Who lifetime={lifetime} active={active} />
          <ul className={classes.notes}>
            <li>{t('insights.comingBack.lifetime.read', { count: months })}</li>
          </ul>
        </>
      }
    >
      <LabelledBars
        label={t('insights.comingBack.lifetime.chartLabel')}
        bars={points.map((point) => ({
          name: nameOf(point),
          value: point.share,
          text: format.percent(point.share),
          isMain: false,
        }))}
      />
    </QuestionCard>
  );
}
