import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ComplaintId } from '#shared/ids.ts';
import { Chain } from '../chain/chain.tsx';
import { useEveryMinute } from '../use-every-minute.ts';
import { ClockCard } from './clock-card.tsx';
import { ComplaintHead } from './complaint-head.tsx';
import classes from './complaint-page.module.css';
import { CustomerCard } from './customer-card.tsx';
import { SaleCard } from './sale-card.tsx';
import { SameCauseCard } from './same-cause-card.tsx';

/** One complaint, read from top to bottom as the chain it is. */
export function ComplaintPage({ id }: { readonly id: ComplaintId }) {
  const { data: page, error, refetch } = useQuery('complaints.get', { id });
  useEveryMinute(() => void refetch());
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (page === undefined) return null;
  return (
    <article className={classes.page}>
      <ComplaintHead page={page} />
      <div className={classes.columns}>
        <section className={classes.main} aria-label={page.facts.title}>
          <Chain page={page} />
        </section>
        <div className={classes.side}>
          <ClockCard page={page} />
          <CustomerCard page={page} />
          <SaleCard page={page} />
          <SameCauseCard page={page} />
        </div>
      </div>
    </article>
  );
}
