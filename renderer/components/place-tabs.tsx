import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import classes from './section-tabs.module.css';

export interface PlaceTab {
  readonly address: string;
  readonly text: string;
  /** Behind the text: how much waits there. */
  readonly beside?: ReactNode;
}

interface Props {
  readonly label: string;
  readonly tabs: readonly PlaceTab[];
  /** What every address keeps behind it, such as `?on=2026-05-31`. */
  readonly query?: string;
}

/** Screens that belong together, each an address of its own. */
export function PlaceTabs({ label, tabs, query = '' }: Props) {
  const [location] = useLocation();
  return (
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map(({ address, text, beside }) => (
        <Link
          key={address}
          href={`${address}${query}`}
          className={classes.tab}
          aria-current={location === address ? 'page' : undefined}
        >
          {text}
          {beside}
        </Link>
      ))}
    </nav>
  );
}
