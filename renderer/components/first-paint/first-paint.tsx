import type { ReactNode } from 'react';
import { useFirstAnswers } from '#renderer/data/use-first-answers.ts';
import classes from './first-paint.module.css';

interface Props {
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** Cards that are seen together: none pushes another one away because its answer came later. */
export function FirstPaint({ className, children }: Props) {
  const isHere = useFirstAnswers();
  return (
    <div
      className={`${className ?? ''} ${isHere ? '' : classes.waiting}`.trim()}
      aria-busy={!isHere}
    >
      {children}
    </div>
  );
}
