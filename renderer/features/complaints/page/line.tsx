import type { ReactNode } from 'react';
import classes from './cards.module.css';

interface Props {
  readonly name: ReactNode;
  readonly children: ReactNode;
}

/** One line of a card beside the chain: what it is, and what there is of it. */
export function Line({ name, children }: Props) {
  return (
    <div className={classes.line}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
