import { ActionIcon, Anchor, SegmentedControl } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { goBack } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SuretyDots } from '#renderer/components/same-person/surety-dots.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { type Surety, sureties } from '#shared/domain/people/score.ts';
import { type CustomerId, customerId, importId } from '#shared/ids.ts';
import { CompareCard, type Pair } from './compare-card.tsx';
import { ApartList, MergedList } from './decided-lists.tsx';
import classes from './same.module.css';

type Found = Output<'customers.same'>;
const shows = ['open', 'merged', 'apart'] as const;
type Show = (typeof shows)[number];

/** What of the address the page goes by: `?show=merged`, `?sure=likely`, `?of=12`, `?import=3`. */
function useAddress() {
  const [search, setSearch] = useSearchParams();
  const read = <V extends string>(key: string, values: readonly V[]): V | null =>
    values.find((value) => value === search.get(key)) ?? null;
  const set = (key: string, value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return {
    show: read('show', shows) ?? ('open' satisfies Show),
    surety: read('sure', sureties),
    of: customerId.safeParse(Number(search.get('of'))).data ?? null,
    brought: importId.safeParse(Number(search.get('import'))).data ?? null,
    set,
  };
}

function keyOf({ kept, other }: Pair): string {
  return [kept.id, other.id].sort((a, b) => a - b).join(' ');
}

function countOf({ certain, likely, possible }: Found['counts']): number {
  return certain + likely + possible;
}

interface ListProps {
  readonly found: Found;
  readonly chosen: string;
  onChoose(key: string): void;
}

/** The pairs, the surest first. */
function PairList({ found, chosen, onChoose }: ListProps) {
  const { t } = useTranslation();
  const { pairs, counts } = found;
  const called = (name: string) => (name === '' ? t('customers.noName') : name);
  return (
    <ul className={classes.pairs}>
      {pairs.map((pair) => (
        <li key={keyOf(pair)}>
          <button
            type="button"
            aria-current={keyOf(pair) === chosen || undefined}
            onClick={() => onChoose(keyOf(pair))}
          >
            <span>
              {t('customers.samePerson.pair', {
                ...{ kept: called(pair.kept.name), other: called(pair.other.name) },
              })}
            </span>
            <SuretyDots surety={pair.surety} reasons={pair.reasons} />
          </button>
        </li>
      ))}
      {pairs.length === 200 && (
        <li className={classes.quiet}>
          {t('customers.samePerson.shown', { shown: pairs.length, count: countOf(counts) })}
        </li>
      )}
    </ul>
  );
}

/** Pairs that are still to be decided, and the one that is looked at. */
function Open({ found }: { readonly found: Found }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState('');
  const [first] = found.pairs;
  if (first === undefined)
    return (
      <EmptyState
        title={t('customers.samePerson.none')}
        text={t('customers.samePerson.noneText')}
      />
    );
  const pair = found.pairs.find((one) => keyOf(one) === chosen) ?? first;
  return (
    <div className={classes.columns}>
      <Card
        title={t('customers.samePerson.pairs')}
        actions={<small>{t('customers.samePerson.surestFirst')}</small>}
        padded={false}
        fills
      >
        <PairList found={found} chosen={keyOf(pair)} onChoose={setChosen} />
      </Card>
      <CompareCard key={keyOf(pair)} pair={pair} />
    </div>
  );
}

interface SureProps {
  readonly surety: Surety | null;
  onChoose(surety: string | null): void;
}

function HowSure({ surety, onChoose }: SureProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      className={classes.filter}
      aria-label={t('customers.samePerson.filter')}
      value={surety ?? 'all'}
      data={(['all', ...sureties] as const).map((value) => ({
        value,
        label: t(`customers.samePerson.surety.${value}`),
      }))}
      onChange={(value) => onChoose(value === 'all' ? null : value)}
    />
  );
}

/** How many there are of it, once that is known. */
function Tab({ show, count }: { readonly show: Show; readonly count: number | undefined }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const name = t(`customers.samePerson.tabs.${show}`);
  return <>{count === undefined ? name : `${name} ${number(count)}`}</>;
}

/** Says of whom alone the pairs are, and shows all again. */
function OnlyOf({ id, onAll }: { readonly id: CustomerId; onAll(): void }) {
  const { t } = useTranslation();
  const { data } = useQuery('customers.get', { id });
  if (data === undefined) return null;
  const name = data.facts.name === '' ? t('customers.noName') : data.facts.name;
  return (
    <p className={classes.only}>
      {t('customers.samePerson.onlyOf', { name })}{' '}
      <Anchor component="button" type="button" inherit onClick={onAll}>
        {t('customers.samePerson.all')}
      </Anchor>
    </p>
  );
}

/** Says that only pairs of one import are shown, and shows all again. */
function OnlyBrought({ onAll }: { onAll(): void }) {
  const { t } = useTranslation();
  return (
    <p className={classes.only}>
      {t('customers.samePerson.onlyBrought')}{' '}
      <Anchor component="button" type="button" inherit onClick={onAll}>
        {t('customers.samePerson.all')}
      </Anchor>
    </p>
  );
}

/** Who stands in the book twice: every pair is decided by the owner, and every decision can be taken back. */
export function SamePersonPage() {
  const { t } = useTranslation();
  const { show, surety, of, brought, set } = useAddress();
  const wanted = { surety, of, importId: brought };
  const same = useQuery('customers.same', wanted, { keepPrevious: true });
  const { data: decided } = useQuery('customers.decided', {});
  const counts = {
    open: same.data === undefined ? undefined : countOf(same.data.counts),
    merged: decided?.mergedCount,
    apart: decided?.apartCount,
  };
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('customers.samePerson.title')}
        lead={t('customers.samePerson.lead')}
        back={
          <ActionIcon aria-label={t('customer.back')} onClick={goBack}>
            <IconChevronLeft size={18} stroke={1.75} />
          </ActionIcon>
        }
        actions={
          <SegmentedControl
            aria-label={t('customers.samePerson.title')}
            value={show}
            data={shows.map((value) => ({
              value,
              label: <Tab show={value} count={counts[value]} />,
            }))}
            onChange={(value) => set('show', value === 'open' ? null : value)}
          />
        }
      />
      {show === 'open' && of !== null && <OnlyOf id={of} onAll={() => set('of', null)} />}
      {show === 'open' && brought !== null && <OnlyBrought onAll={() => set('import', null)} />}
      {show === 'open' && <HowSure surety={surety} onChoose={(value) => set('sure', value)} />}
      {same.error !== null && <ErrorState error={same.error.error} />}
      {show === 'open' && same.data === undefined && same.error === null && (
        <p role="status">{t('customers.samePerson.looking')}</p>
      )}
      {show === 'open' && same.data !== undefined && <Open found={same.data} />}
      {show === 'merged' && decided !== undefined && <MergedList decided={decided} />}
      {show === 'apart' && decided !== undefined && <ApartList decided={decided} />}
    </div>
  );
}
