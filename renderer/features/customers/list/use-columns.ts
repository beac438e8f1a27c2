import { useLocalStorage } from '@mantine/hooks';
import { useMemo } from 'react';
import { COLUMNS, type ColumnName, DEFAULT_COLUMNS } from './columns.ts';

export interface ColumnChoice {
  /** The least needed first; one that has just been asked for is needed most. */
  readonly chosen: readonly ColumnName[];
  toggle(name: ColumnName): void;
}

const KNOWN: ReadonlySet<string> = new Set(COLUMNS.map(({ name }) => name));

/** Which columns the owner wants to see; remembered on this machine. */
export function useColumns(): ColumnChoice {
  const [names, setNames] = useLocalStorage<readonly ColumnName[]>({
    key: 'langgan.customers.columns',
    defaultValue: DEFAULT_COLUMNS,
    getInitialValueInEffect: false,
  });
  const chosen = useMemo(() => names.filter((name) => KNOWN.has(name)), [names]);
  const toggle = (name: ColumnName) =>
    setNames(chosen.includes(name) ? names.filter((one) => one !== name) : [...names, name]);
  return { chosen, toggle };
}
