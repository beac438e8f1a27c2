import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { CustomerRewards } from './customer-rewards.tsx';
import classes from './referrals.module.css';

type Referrals = Output<'referrals.ofCustomer'>;

function useCalled() {
  const { t } = useTranslation();
  return (name: string) => (name === '' ? t('customers.noName') : name);
}

/** Who brought them, and who brought those. */
function Above({ by }: Pick<Referrals, 'by'>) {
  const { t } = useTranslation();
  const called = useCalled();
  const [first, ...others] = by;
  if (first === undefined) return null;
  return (
    <div className={classes.above}>
      <p>
        <Trans
          i18nKey="referrals.by"
          values={{ name: called(first.name) }}
          components={{ who: <Link href={addressOf({ customer: first.id })} /> }}
        />
      </p>
      {others.length > 0 && (
        <ol aria-label={t('referrals.line')}>
          {others.map(({ id, name }) => (
            <li key={id}>
              <Link href={addressOf({ customer: id })}>{called(name)}</Link>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** What those came to whom they brought, and with those whom these brought. */
function Sums({ direct, all }: Pick<Referrals, 'direct' | 'all'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const bought = { times: direct.purchases, revenue: format.money(direct.revenueMinor) };
  return (
    <>
      <p>
        {t('referrals.brought', { count: direct.count })}{' '}
        {direct.buyers === 0
          ? t('referrals.noneBought', { count: direct.count })
          : t('referrals.bought', { count: direct.buyers, ...bought })}
      </p>
      {all.count > direct.count && (
        <p>{t('referrals.inAll', { count: all.count, revenue: format.money(all.revenueMinor) })}</p>
      )}
    </>
  );
}

function Person({ person }: { readonly person: Referrals['tree'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const called = useCalled();
  const { id, name, depth, purchases, revenueMinor, hidden } = person;
  return (
    <li data-depth={depth}>
      <Link href={addressOf({ customer: id })}>{called(name)}</Link>
      <span>{purchases === 0 ? t('referrals.nothingYet') : format.money(revenueMinor)}</span>
      {hidden > 0 && (
        <Link className={classes.more} href={lists.customers.showing({ referredBy: id })}>
          {t('referrals.more', { count: hidden })}
        </Link>
      )}
    </li>
  );
}

/** Who brought a customer and whom the customer brought; nothing where neither is so. */
export function ReferralsCard({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('referrals.ofCustomer', { id: customerId });
  if (data === undefined || (data.by.length === 0 && data.direct.count === 0)) return null;
  const { by, direct, all, tree, hidden } = data;
  return (
    <Card
      title={t('referrals.title')}
      {...(direct.count > 0 ? { count: format.number(direct.count) } : {})}
    >
      <div className={classes.card}>
        <Above by={by} />
        {direct.count > 0 && (
          <>
            <Sums direct={direct} all={all} />
            <ul className={classes.tree} aria-label={t('referrals.tree')}>
              {tree.map((person) => (
                <Person key={person.id} person={person} />
              ))}
            </ul>
            <Link href={lists.customers.showing({ referredBy: customerId })}>
              {hidden > 0
                ? t('referrals.all', { count: direct.count })
                : t('referrals.inList', { count: direct.count })}
            </Link>
          </>
        )}
        <CustomerRewards customerId={customerId} by={by} />
      </div>
    </Card>
  );
}
