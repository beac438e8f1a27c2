import { ErrorState } from '#renderer/components/error-state.tsx';
import { NotesCard } from '#renderer/components/notes/notes-card.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ComplaintPage as Page } from '#shared/contract/complaints-page.ts';
import type { ComplaintId } from '#shared/ids.ts';
import { Chain } from '../chain/chain.tsx';
import { useEveryMinute } from '../use-every-minute.ts';
import { ClockCard } from './clock-card.tsx';
import { ComplaintHead } from './complaint-head.tsx';
import classes from './complaint-page.module.css';
import { CustomerCard } from './customer-card.tsx';
import { SaleCard } from './sale-card.tsx';
import { SameCauseCard } from './same-cause-card.tsx';

/** How it is done with such a complaint: by its cause, its product, and who complains. */
function ComplaintNotes({ page }: { readonly page: Page }) {
  const { cause, customer, product } = page;
  const pins =
    cause !== null
      ? { causes: [cause] }
      : product !== null
        ? { products: [{ id: product.id, name: product.name }] }
        : {};
  return (
    <NotesCard on="complaint" customer={customer} product={product} cause={cause} pins={pins} />
  );
}

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
          <ComplaintNotes page={page} />
        </div>
      </div>
    </article>
  );
}
