import type { ReactNode } from 'react';
import classes from './filters.module.css';

interface Children {
  readonly children: ReactNode;
}

/** What a list is looked through with: its search, its filters, and at the end what they leave over. */
export function FilterBar({ children }: Children) {
  return <div className={classes.bar}>{children}</div>;
}

/** The far end of the bar. */
export function FilterEnd({ children }: Children) {
  return <div className={classes.end}>{children}</div>;
}

interface SummaryProps extends Children {
  /** It is still that of the filter before. */
  readonly isStale: boolean;
}

/** What the filters leave over, in words. */
export function FilterSummary({ children, isStale }: SummaryProps) {
  return (
    <p className={classes.summary} role="status" data-stale={isStale || undefined}>
      {children}
    </p>
  );
}
