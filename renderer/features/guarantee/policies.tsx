import { ActionIcon, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '#renderer/base/lists.ts';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { SearchBox } from '#renderer/components/list/search-box.tsx';
import { useFilter } from '#renderer/components/list/use-filter.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { GuaranteePolicy } from '#shared/contract/guarantee.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './guarantee-page.module.css';
import { type EditedPolicy, newPolicy, PolicyDialog } from './policy-dialog.tsx';
import { lengthText } from './policy-text.ts';

type ProductRow = Output<'guarantee.policies'>[number];

/** `12 bulan, servis tiap 6 bulan, dibeli sejak 1 Jan 2026`. */
function useSummary(): (policy: GuaranteePolicy) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ months, days, serviceMonths, appliesFrom }) => {
    const every = lengthText(serviceMonths ?? 0, 0, format.language);
    const parts = [
      lengthText(months, days, format.language),
      serviceMonths === null ? null : t('guarantee.policies.service', { every }),
      appliesFrom === null
        ? null
        : t('guarantee.policies.from', { date: format.date(appliesFrom, true) }),
    ];
    return parts.filter((part) => part !== null).join(', ');
  };
}

interface ProductProps {
  readonly row: ProductRow;
  onEdit(policy: EditedPolicy): void;
}

function Product({ row, onEdit }: ProductProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const summary = useSummary();
  const { productId, product, policies } = row;
  const isFirst = policies.length === 0;
  const add = () =>
    onEdit({ id: null, product, policy: newPolicy(productId, isFirst ? null : format.today) });
  return (
    <li className={classes.product}>
      <div className={classes.productHead}>
        <h3>{product}</h3>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t(isFirst ? 'guarantee.policies.giveTo' : 'guarantee.policies.newTo', {
            product,
          })}
          onClick={add}
        >
          {t(isFirst ? 'guarantee.policies.give' : 'guarantee.policies.new')}
        </Button>
      </div>
      {policies.map(({ id, policy }) => (
        <div key={id} className={classes.policy}>
          <span>
            <b>{summary(policy)}</b>
            <small>{policy.covers}</small>
          </span>
          <ActionIcon
            aria-label={t('guarantee.policies.edit', { product, summary: summary(policy) })}
            onClick={() => onEdit({ id, product, policy })}
          >
            <IconPencil size={16} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
    </li>
  );
}

/** What is promised about each product. A search finds those about which nothing is promised yet. */
export function Policies() {
  const { t } = useTranslation();
  const { filter, setFilter } = useFilter(lists.guarantee);
  const { search } = filter;
  const [edited, setEdited] = useState<EditedPolicy | null>(null);
  const { data, error, refetch } = useQuery(
    'guarantee.policies',
    { search },
    { keepPrevious: true },
  );
  const isEmpty = data?.length === 0;
  return (
    <Card title={t('guarantee.policies.title')} padded={false}>
      <div className={classes.search}>
        <SearchBox
          value={search}
          label={t('guarantee.policies.search')}
          isLabelSeen
          placeholder={t('guarantee.policies.searchExample')}
          onSearch={(text) => setFilter({ search: text })}
        />
      </div>
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {isEmpty && (
        <p className={classes.none}>
          {search === ''
            ? t('guarantee.policies.none')
            : t('guarantee.policies.notFound', { text: search })}
        </p>
      )}
      <ul>
        {(data ?? []).map((row) => (
          <Product key={row.productId} row={row} onEdit={setEdited} />
        ))}
      </ul>
      {edited !== null && <PolicyDialog edited={edited} onClose={() => setEdited(null)} />}
    </Card>
  );
}
