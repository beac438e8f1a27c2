import type { ReactNode } from 'react';
import classes from './sign.module.css';
import { Sign, type SignKind } from './sign.tsx';

interface Props {
  readonly kind: SignKind;
  readonly children: ReactNode;
  /** Only in a page's head; in rows the sign stands plain. */
  readonly isPill?: boolean;
}

/** A status: colour, shape and word together. */
export function StatusBadge({ kind, children, isPill = false }: Props) {
  const className = isPill ? `${classes.status} ${classes.pill}` : classes.status;
  return (
    <span className={className} data-kind={kind}>
      <Sign kind={kind} />
      {children}
    </span>
  );
}
