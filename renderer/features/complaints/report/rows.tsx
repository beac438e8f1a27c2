import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import type { Days } from '#renderer/components/fields/day-span.tsx';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';
import classes from './report.module.css';

type Part = Partial<ComplaintFilter>;

/** The filter of complaints received in the report's days. */
export function within(days: Days, part: Part = {}): Part {
  return { receivedFrom: days.from, receivedTo: days.to, ...part };
}

/** Goes to the complaints a filter leaves. */
export function useOpenRows(): (filter: Part) => void {
  const [, navigate] = useLocation();
  return (filter) => navigate(lists.complaints.showing(filter));
}

interface Props {
  readonly children: ReactNode;
  readonly to: Part | string;
  /** Where the text alone does not say what is opened. */
  readonly label?: string;
}

/** A figure, or words, that open the rows behind them. */
export function RowsLink({ children, to, label }: Props) {
  const address = typeof to === 'string' ? to : lists.complaints.showing(to);
  return (
    <Link href={address} className={classes.link} aria-label={label}>
      {children}
    </Link>
  );
}

interface CountProps {
  readonly count: number;
  readonly text: string;
}

/** A count that opens its rows; a 0 opens nothing. */
export function RowsCount({ count, text, to, label }: Omit<Props, 'children'> & CountProps) {
  if (count === 0) return '0';
  return (
    <RowsLink to={to} {...(label === undefined ? {} : { label })}>
      {text}
    </RowsLink>
  );
}
