import type { ComponentType } from 'react';

/** What every row of a list has. */
export interface Identified {
  readonly id: number;
}

/** One column of a grid. */
export interface Column<R, S extends string = string> {
  readonly name: string;
  readonly title: string;
  readonly hint?: string | undefined;
  /** Its track of the grid: `7.5rem`, `minmax(11rem, 1fr)`. */
  readonly track: string;
  readonly isNumber?: boolean;
  /** What a click on its title orders the list by. */
  readonly sort?: S;
  /** A first click shows the first letter on top, not the largest figure. */
  readonly ascendsFirst?: boolean;
  readonly Cell: ComponentType<{ readonly row: R; readonly name: string }>;
}
