import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface Props {
  readonly title: string;
  /** One sentence that teaches what belongs here. */
  readonly text?: ReactNode;
  /** One button (a second one only where there are two ways in). */
  readonly children?: ReactNode;
}

/** What an empty page says instead of nothing. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {text !== undefined && <p className={classes.text}>{text}</p>}
      {children !== undefined && <div className={classes.ways}>{children}</div>}
    </div>
  );
}
