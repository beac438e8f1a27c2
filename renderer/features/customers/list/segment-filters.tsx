import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { ChoiceMenu } from '#renderer/components/list/choice-menu.tsx';
import { LinkedFilter } from '#renderer/components/list/filter-chip.tsx';
import { definitionWords } from '#renderer/components/segments/condition-words.ts';
import { useSpeaker } from '#renderer/components/segments/use-speaker.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { definitionOf } from '#shared/contract/segments/from-filter.ts';
import { productId, segmentId } from '#shared/ids.ts';
import classes from './customers-page.module.css';
import type { Customers } from './use-customers.ts';

type ChoiceProps = Pick<Customers, 'choice'>;

const NO_RECORDS = [] as const;

/** The saved segments, of which one may be on. */
export function SegmentMenu({ choice }: ChoiceProps) {
  const { t } = useTranslation();
  const { data } = useQuery('segments.list', {});
  const { filter, setFilter } = choice;
  const own = filter.segment === null ? null : String(filter.segment);
  return (
    <ChoiceMenu
      title={t('segments.menu')}
      emptyText={
        <>
          {t('segments.noSegments')} <Link href={addressOf('newSegment')}>{t('segments.new')}</Link>
        </>
      }
      choices={(data?.rows ?? []).map(({ id, name, counted }) => ({
        value: String(id),
        label: name,
        ...(counted === null ? {} : { count: counted.count }),
      }))}
      chosen={own === null ? [] : [own]}
      onToggle={(id) => setFilter({ segment: id === own ? null : Number(id) })}
      onClear={() => setFilter({ segment: null })}
    />
  );
}

/** What a product is called; empty until it is known. */
function useProductName(id: number | null): string {
  const asked = useQuery(
    'products.get',
    { id: productId.parse(id ?? 1) },
    { enabled: id !== null },
  );
  return asked.data?.facts.name ?? '';
}

/** Who bought one thing and never another, as a card of Insights set it. */
export function ProductFilters({ choice }: ChoiceProps) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const { bought, neverBought } = filter;
  const [first = null] = bought;
  const one = useProductName(bought.length === 1 ? first : null);
  const never = useProductName(neverBought);
  const said = bought.length === 1 ? one : t('customers.oneOf', { count: bought.length });
  return (
    <>
      {bought.length > 0 && (
        <LinkedFilter
          text={t('customers.bought', { what: said })}
          onClear={() => setFilter({ bought: [] })}
        />
      )}
      {neverBought !== null && (
        <LinkedFilter
          text={t('customers.neverBought', { what: never })}
          onClear={() => setFilter({ neverBought: null })}
        />
      )}
    </>
  );
}

/** Filters of how they buy, and of a day before. */
export function ThenFilters({ choice }: ChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter, setFilter } = choice;
  const { rfm, on } = filter;
  const groups = rfm.map((group) => t(`segments.rfm.${group}`)).join(', ');
  return (
    <>
      {rfm.length > 0 && (
        <LinkedFilter
          text={t('list.is', { what: t('segments.fields.rfm'), value: groups })}
          onClear={() => setFilter({ rfm: [] })}
        />
      )}
      {on !== null && (
        <LinkedFilter
          text={t('customers.asOf', { date: format.date(on) })}
          onClear={() => setFilter({ on: null })}
        />
      )}
    </>
  );
}

function SegmentWords({ id }: { readonly id: number }) {
  const { t } = useTranslation();
  const { data } = useQuery('segments.get', { id: segmentId.parse(id) });
  const speaker = useSpeaker(data?.records ?? NO_RECORDS);
  if (data === undefined) return null;
  return (
    <p className={classes.segment}>
      <b>{data.name}</b>
      {': '}
      {definitionWords(speaker, data.definition)}.{' '}
      <Link href={`/customers/segments/${id}`}>{t('segments.edit')}</Link>
      {data.records.some(({ name }) => name === null) && (
        <StatusBadge kind="due">{t('segments.goneSome')}</StatusBadge>
      )}
    </p>
  );
}

/** Under the filters: what the segment asks for, what a day before means here, and a way to keep the filter. */
export function FilterNotes({ choice }: ChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { filter, address } = choice;
  const { segment, on } = filter;
  const query = address.slice(lists.customers.showing({}).length);
  return (
    <>
      {segment !== null && <SegmentWords id={segment} />}
      {on !== null && (
        <p className={classes.segment}>{t('customers.asOfHint', { date: format.date(on) })}</p>
      )}
      {definitionOf(filter) !== null && (
        <p className={classes.segment}>
          <Link href={`${addressOf('newSegment')}${query}`}>{t('segments.saveFilter')}</Link>
        </p>
      )}
    </>
  );
}
