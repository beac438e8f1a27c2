import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { RecordedTable } from '#shared/domain/history/columns.ts';
import classes from './same.module.css';
import type { Compared, Merging, Side } from './use-merging.ts';

/** What moves and is shown by its number; the rest of what is known stands in the table above. */
const tables = [
  'sales',
  'payments',
  'interactions',
  'follow_ups',
  'complaints',
  'reviews',
  'claims',
  'prospects',
  'compensations',
  'consents',
] as const satisfies readonly RecordedTable[];

function countOf({ rows }: Side, table: string): number {
  return rows.find((row) => row.table === table)?.count ?? 0;
}

function lastOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** Who brought the one that they become, where the two do not say one thing. */
function Referrer({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation();
  const { referredBy, notReferredBy } = compared;
  const called = (name: string) => (name === '' ? t('customers.noName') : name);
  if (notReferredBy.length === 0) return null;
  return (
    <p className={classes.becomes}>
      {notReferredBy.map(({ id, name, why }) => (
        <span key={id}>{t(`customers.samePerson.notBy.${why}`, { name: called(name) })} </span>
      ))}
      {referredBy === null
        ? t('customers.samePerson.byNobody')
        : t('customers.samePerson.by', { name: called(referredBy.name) })}
    </p>
  );
}

/** What moves, in numbers, and what becomes of the two, in a sentence. */
export function Consequences({
  compared,
  merging,
}: {
  readonly compared: Compared;
  readonly merging: Merging;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kept, other } = compared;
  const moving = tables
    .map((table) => ({ table, kept: countOf(kept, table), other: countOf(other, table) }))
    .filter((row) => row.kept + row.other > 0);
  const chosen = merging.choiceOf('name') === 'other' ? other : kept;
  const name = chosen.facts.name === '' ? t('customers.noName') : chosen.facts.name;
  const count = kept.purchases + other.purchases;
  const revenue = format.money(kept.revenueMinor + other.revenueMinor);
  const last = lastOf(kept.lastPurchaseOn, other.lastPurchaseOn);
  return (
    <>
      {moving.length > 0 && (
        <section aria-label={t('customers.samePerson.moves')}>
          <h3>{t('customers.samePerson.moves')}</h3>
          <ul className={classes.moves}>
            {moving.map((row) => (
              <li key={row.table}>
                <span>{t(`history.record.${row.table}`)}</span>
                <b>
                  {t('customers.samePerson.sum', {
                    ...{ kept: row.kept, other: row.other, sum: row.kept + row.other },
                  })}
                </b>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={classes.becomes}>
        {last === null
          ? t('customers.samePerson.becomes', { name, count, revenue })
          : t('customers.samePerson.becomesLast', { name, count, revenue, day: format.date(last) })}
      </p>
      <Referrer compared={compared} />
    </>
  );
}
