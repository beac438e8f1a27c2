import { UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './worth-card.module.css';

interface FigureProps {
  readonly title: string;
  readonly amount: string;
  readonly children: ReactNode;
  onClick(): void;
}

/** One figure of the worth card; it opens how it came about. */
export function Figure({ title, amount, children, onClick }: FigureProps) {
  return (
    <UnstyledButton className={classes.figure} onClick={onClick} aria-haspopup="dialog">
      <span className={classes.words}>
        <span className={classes.first}>
          <span>{title}</span>
          <span className={classes.amount}>{amount}</span>
        </span>
        <span className={classes.why}>{children}</span>
      </span>
      <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
    </UnstyledButton>
  );
}
