import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import classes from '../insights.module.css';
import type { Products } from './words.ts';

const BARS = 10;

/** The answer in a sentence: what earns most, or that no cost is known. */
export function profitFinding(t: Translate, format: Format, { profits, all }: Products): string {
  const [best] = profits;
  if (best === undefined) return t('insights.products.profit.none', { count: all });
  if (best.profitMinor <= 0) return t('insights.products.profit.nothing');
  return t('insights.products.profit.finding', {
    name: best.name,
    amount: format.money(best.profitMinor),
  });
}

/** Of how many no cost is known, and the way to note it. */
function Foot({ data }: { readonly data: Products }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { withoutCost } = data;
  return (
    <ul className={classes.notes}>
      <li>{t('insights.products.profit.today')}</li>
      {withoutCost.products > 0 && (
        <li>
          {t('insights.products.profit.without', {
            count: withoutCost.products,
            amount: format.money(withoutCost.minor),
          })}
          <Link href={lists.products.showing({ lacks: ['cost'] })}>
            {t('insights.products.profit.note')}
          </Link>
        </li>
      )}
    </ul>
  );
}

function Table({ data }: { readonly data: Products }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { profits, withCost, profitMinor } = data;
  // Only where every product is shown do the rows add up to the whole.
  const sums = [t('insights.products.profit.all'), '', format.money(profitMinor)];
  return (
    <DataTable
      label={t('insights.products.profit.question')}
      rows={profits}
      keyOf={({ id }) => String(id)}
      columns={[
        {
          title: t('insights.products.product'),
          cell: ({ id, name, isInTrash }) =>
            isInTrash ? (
              t('insights.products.inTrash', { name })
            ) : (
              <Link href={addressOf({ product: id })}>{name}</Link>
            ),
        },
        {
          title: t('insights.products.revenueTitle'),
          isNumber: true,
          cell: ({ minor }) => format.money(minor),
        },
        {
          title: t('insights.products.profit.left'),
          isNumber: true,
          cell: (one) => format.money(one.profitMinor),
        },
      ]}
      {...(profits.length === withCost ? { sums } : {})}
    />
  );
}

/** Which products earn most once their cost is taken off. */
export function ProfitCard({ data }: { readonly data: Products }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { profits, withCost } = data;
  const question = t('insights.products.profit.question');
  const common = {
    question,
    finding: profitFinding(t, format, data),
    foot: <Foot data={data} />,
  };
  if (profits.length === 0) return <QuestionCard {...common}>{null}</QuestionCard>;
  const bars = profits.slice(0, BARS).map((one, index) => ({
    name: one.name,
    value: Math.max(0, one.profitMinor),
    text: format.money(one.profitMinor, { short: true }),
    isMain: index === 0,
  }));
  return (
    <QuestionCard
      {...common}
      plotted={t('insights.products.profit.plotted', { count: withCost })}
      fileName="langgan-laba-barang"
      table={<Table data={data} />}
    >
      <LabelledBars label={t('insights.products.profit.chartLabel')} bars={bars} />
    </QuestionCard>
  );
}
