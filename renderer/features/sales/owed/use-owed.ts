import { useState } from 'react';
import { lists } from '#renderer/base/lists.ts';
import { type FilterChoice, useFilter } from '#renderer/components/list/use-filter.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { OwedFilter, OwedOrder } from '#shared/contract/payments.ts';
import type { Purpose } from './debtor-detail.tsx';

const PAGE = 100;

/** A row that is open, and for what. */
export interface Opened {
  readonly key: string;
  readonly purpose: Purpose;
}

export interface Owed {
  readonly choice: FilterChoice<OwedFilter>;
  readonly order: OwedOrder;
  setOrder(order: OwedOrder): void;
  readonly data: Output<'payments.owed'> | undefined;
  readonly error: ReturnType<typeof useQuery<'payments.owed'>>['error'];
  retry(): void;
  /** The answer is still that of what was asked before. */
  readonly isStale: boolean;
  showMore(): void;
  readonly opened: Opened | null;
  setOpened(opened: Opened | null): void;
}

/** Who owes, as the address asks for it. */
export function useOwed(): Owed {
  const choice = useFilter(lists.owed);
  const { filter } = choice;
  const [order, setOrder] = useState<OwedOrder>('due');
  const [limit, setLimit] = useState(PAGE);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data, error, refetch, isPlaceholderData } = useQuery(
    'payments.owed',
    { filter, order, limit },
    { keepPrevious: true },
  );
  return {
    ...{ choice, order, setOrder, data, error, opened, setOpened },
    retry: () => void refetch(),
    isStale: isPlaceholderData,
    showMore: () => setLimit((shown) => shown + PAGE),
  };
}
