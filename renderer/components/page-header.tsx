import type { ReactNode } from 'react';
import classes from './page-header.module.css';

interface Props {
  readonly title: ReactNode;
  /** Before the title: the way back. */
  readonly back?: ReactNode;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  /** Beside the title: pills. */
  readonly beside?: ReactNode;
  /** Buttons at the right; at most one is primary. */
  readonly actions?: ReactNode;
}

/** The head of a page: its one `h1`, a sentence, and the page's buttons. */
export function PageHeader({ title, back, lead, beside, actions }: Props) {
  return (
    <header className={classes.head}>
      <div className={classes.words}>
        <div className={classes.title}>
          {back}
          <h1>{title}</h1>
          {beside}
        </div>
        {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
