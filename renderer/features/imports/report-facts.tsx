import { useTranslation } from 'react-i18next';
import { Money } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import classes from './check/check.module.css';
import { exactMoney } from './reading-text.ts';
import { changeName, roundingDifference } from './report-text.ts';

const ENTITIES = [
  'customers',
  'products',
  'sales',
  'lines',
  'contacts',
  'followUps',
  'complaints',
] as const;
const EFFECTS = ['added', 'updated', 'unchanged'] as const;

interface Pair {
  readonly label: string;
  readonly count: number;
}

/** Labelled counts; those that are nothing are left out, and the whole when all are. */
function Pairs({ title, pairs }: { readonly title: string; readonly pairs: readonly Pair[] }) {
  const format = useFormat();
  const shown = pairs.filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <dl className={classes.pairs}>
        {shown.map(({ label, count }) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Entities({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = ENTITIES.filter((entity) => EFFECTS.some((effect) => report[entity][effect] > 0));
  if (shown.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <td />
          <th>{t('import.facts.new')}</th>
          <th>{t('import.facts.changed')}</th>
          <th>{t('import.facts.same')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((entity) => (
          <tr key={entity}>
            <th scope="row">{t(`import.facts.${entity}`)}</th>
            {EFFECTS.map((effect) => (
              <td key={effect} data-zero={report[entity][effect] === 0 || undefined}>
                {format.number(report[entity][effect])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The sum as the files write it and as it is stored, and in a sentence why they may differ. */
function MoneyFacts({ money }: { readonly money: ImportReport['money'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { exact, storedMinor, roundedLines } = money;
  const digits = minorDigits(format.currency);
  const difference = exactMoney(roundingDifference(exact, storedMinor, digits), format);
  return (
    <div>
      <h3>{t('import.facts.money')}</h3>
      <dl className={classes.pairs}>
        <dt>{t('import.facts.exact')}</dt>
        <dd>{exactMoney(exact, format)}</dd>
        <dt>{t('import.facts.stored')}</dt>
        <dd>
          <Money minor={storedMinor} />
        </dd>
      </dl>
      <p>
        {roundedLines === 0
          ? t('import.facts.noRounding')
          : t('import.facts.rounding', { count: roundedLines, difference })}
      </p>
    </div>
  );
}

/** What an import brings, by entity, by field, by how customers are recognised, and in money. */
export function ReportFacts({ report }: { readonly report: ImportReport }) {
  const { t } = useTranslation();
  const { recognised, sales, lines, money } = report;
  const hasSales = sales.added + sales.updated + lines.added > 0 || money.storedMinor !== 0;
  return (
    <div className={classes.facts}>
      <Entities report={report} />
      {hasSales && <MoneyFacts money={money} />}
      <Pairs
        title={t('import.facts.changes')}
        pairs={report.fieldChanges.map(({ field, count }) => ({
          label: changeName(t, field, count),
          count,
        }))}
      />
      <Pairs
        title={t('import.facts.recognised')}
        pairs={(['byPhone', 'byEmail', 'byIdentifier', 'byName'] as const).map((by) => ({
          label: t(`import.facts.${by}`),
          count: recognised[by],
        }))}
      />
      <Pairs
        title={t('import.facts.special')}
        pairs={[
          { label: t('import.facts.returns'), count: report.returns },
          { label: t('import.facts.partlyReturned'), count: report.partlyReturned },
          { label: t('import.facts.cancelled'), count: report.cancelled },
          { label: t('import.facts.unpaid'), count: report.unpaid },
          { label: t('import.facts.afterToday'), count: report.afterToday },
          { label: t('import.facts.withoutCustomer'), count: report.salesWithoutCustomer },
        ]}
      />
    </div>
  );
}
