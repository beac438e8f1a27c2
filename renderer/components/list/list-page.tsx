import type { ReactNode } from 'react';
import type { Paged } from '#renderer/data/use-pages.ts';
import classes from './list-page.module.css';
import { ListRows } from './list-rows.tsx';

/** A screen that is one list: it fills the window, and its rows scroll. */
export function ListPage({ children }: { readonly children: ReactNode }) {
  return <div className={classes.page}>{children}</div>;
}

interface Props {
  readonly pages: Paged<unknown>;
  /** Why there are no rows, and what to do. */
  readonly nothing: ReactNode;
  readonly children: ReactNode;
  /** What stands below the rows. */
  readonly foot?: ReactNode;
}

/** The card that a grid fills. */
export function ListCard({ pages, nothing, children, foot }: Props) {
  return (
    <div className={classes.card}>
      <ListRows pages={pages} nothing={nothing}>
        {children}
      </ListRows>
      {foot}
    </div>
  );
}
