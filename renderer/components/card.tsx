import { type ReactNode, useId } from 'react';
import classes from './card.module.css';

interface Props {
  readonly title?: ReactNode;
  /** A quiet figure beside the title. */
  readonly count?: ReactNode;
  /** At the right end of the head. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Takes the space that is left and scrolls inside. */
  readonly fills?: boolean;
  /** Room around the content; false for tables and lists that reach the border. */
  readonly padded?: boolean;
  /** A hairline under the head. */
  readonly ruled?: boolean;
}

/** A bordered surface with a title; a region of the page by that title. */
export function Card(props: Props) {
  const { title, count, actions, children, fills = false, padded = true, ruled = false } = props;
  const titleId = useId();
  return (
    <section
      className={classes.card}
      data-fills={fills || undefined}
      aria-labelledby={title === undefined ? undefined : titleId}
    >
      {title !== undefined && (
        <header className={classes.head} data-ruled={ruled || undefined}>
          <h2 id={titleId}>{title}</h2>
          {count !== undefined && <span className={classes.count}>{count}</span>}
          {actions !== undefined && <span className={classes.actions}>{actions}</span>}
        </header>
      )}
      <div
        className={classes.body}
        data-padded={padded || undefined}
        data-titled={title !== undefined || undefined}
      >
        {children}
      </div>
    </section>
  );
}
