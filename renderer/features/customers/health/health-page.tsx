import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { CustomersTabs } from '#renderer/components/segments/customers-tabs.tsx';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import {
  type HealthCheck,
  type HealthGroup,
  healthChecks,
} from '#shared/domain/vocabulary/health.ts';
import { FixInTurn } from './fix-in-turn.tsx';
import classes from './health.module.css';

type Health = Output<'customers.health'>;

const GROUPS = Object.keys(healthChecks) as HealthGroup[];

/** What no form puts right: a sale is corrected where it stands, and a no stays a no. */
const NOT_IN_TURN: ReadonlySet<HealthCheck> = new Set(['oddAmount', 'optedOut']);

interface LineProps {
  readonly check: HealthCheck;
  readonly health: Health;
  onFix(): void;
}

/** One figure in a sentence, the way to its rows, and the way to put them right. */
function Line({ check, health, onFix }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { bought, customers, checks, usualSaleMinor } = health;
  const count = checks.find((one) => one.check === check)?.count ?? 0;
  const isOfBuyers = healthChecks.missing.some((one) => one === check);
  const of = isOfBuyers ? bought : customers;
  if (check === 'oddAmount' && usualSaleMinor === null)
    return <li className={classes.line}>{t('customers.health.tooFewSales')}</li>;
  const usual = format.money(usualSaleMinor ?? 0);
  if (count === 0)
    return (
      <li className={classes.line}>
        <span className={classes.said}>
          <Sign kind="good" /> {t(`customers.health.none.${check}`, { usual })}
        </span>
      </li>
    );
  return (
    <li className={classes.line}>
      <span className={classes.said}>
        {t(`customers.health.some.${check}`, { count, of: format.number(of), usual })}
      </span>
      <Link href={lists.customers.showing({ health: check })}>{t('customers.health.see')}</Link>
      {!NOT_IN_TURN.has(check) && (
        <Button
          size="xs"
          aria-label={t('customers.health.fixOf', { what: t(`customers.health.filter.${check}`) })}
          onClick={onFix}
        >
          {t('customers.health.fix')}
        </Button>
      )}
    </li>
  );
}

/** Records that may be one person, which are compared on a page of their own. */
function Twice() {
  const { t } = useTranslation();
  const { data } = useQuery('customers.same', { limit: 1 });
  if (data === undefined) return null;
  const { certain, likely, possible } = data.counts;
  const count = certain + likely + possible;
  return (
    <Card title={t('customers.health.group.twice')}>
      <ul className={classes.list}>
        <li className={classes.line}>
          <span className={classes.said}>
            {count === 0 && <Sign kind="good" />}{' '}
            {count === 0
              ? t('customers.health.notTwice')
              : t('customers.health.twice', { count, certain })}
          </span>
          {count > 0 && <Link href={addressOf('samePerson')}>{t('customers.health.compare')}</Link>}
        </li>
      </ul>
    </Card>
  );
}

function Groups({ health }: { readonly health: Health }) {
  const { t } = useTranslation();
  const [fixing, setFixing] = useState<HealthCheck | null>(null);
  return (
    <div className={classes.groups}>
      {GROUPS.map((group) => (
        <Card key={group} title={t(`customers.health.group.${group}`)}>
          <ul className={classes.list}>
            {healthChecks[group].map((check) => (
              <Line key={check} {...{ check, health }} onFix={() => setFixing(check)} />
            ))}
          </ul>
        </Card>
      ))}
      <Twice />
      {fixing !== null && <FixInTurn check={fixing} onClose={() => setFixing(null)} />}
    </div>
  );
}

/** What is missing, old, doubtful or there twice in what is known of the customers, and the way to put it right. */
export function HealthPage() {
  const { t } = useTranslation();
  const go = useGo();
  const { data, error } = useQuery('customers.health', {});
  return (
    <>
      <PageHeader title={t('nav.health')} lead={t('customers.health.lead')} />
      <CustomersTabs />
      {error !== null && <ErrorState error={error.error} />}
      {data === undefined && error === null && <div aria-busy="true" />}
      {data?.customers === 0 && (
        <EmptyState title={t('customers.emptyTitle')} text={t('customers.emptyText')}>
          <Button variant="filled" onClick={() => go('import')}>
            {t('customers.emptyImport')}
          </Button>
        </EmptyState>
      )}
      {data !== undefined && data.customers > 0 && <Groups health={data} />}
    </>
  );
}
