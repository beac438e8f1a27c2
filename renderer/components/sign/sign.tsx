import type { ReactElement } from 'react';
import classes from './sign.module.css';

/** ▲ late or wrong · ◆ due, look here · ✓ in order · ○ waiting, later · + new · ■ changed. */
export type SignKind = 'wrong' | 'due' | 'good' | 'waiting' | 'new' | 'changed';

const PATHS: Record<SignKind, ReactElement> = {
  wrong: <path d="M5 .8 9.8 9.2H.2z" />,
  due: <path d="M5 0 10 5 5 10 0 5z" />,
  good: (
    <path
      fillRule="evenodd"
      d="M5 0a5 5 0 1 0 0 10A5 5 0 0 0 5 0ZM4.3 7.3 2.2 5.2l.9-.9 1.2 1.2 2.6-2.6.9.9z"
    />
  ),
  waiting: <circle cx="5" cy="5" r="4" className={classes.hollow} />,
  new: <path d="M4 0h2v4h4v2H6v4H4V6H0V4h4z" />,
  changed: <path d="M1 1h8v8H1z" />,
};

/** The shape of a status in its colour; always beside its word, so it says nothing to a screen reader. */
export function Sign({ kind }: { readonly kind: SignKind }) {
  return (
    <svg className={classes.sign} data-kind={kind} viewBox="0 0 10 10" aria-hidden="true">
      {PATHS[kind]}
    </svg>
  );
}
