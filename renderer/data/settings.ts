import { createContext, useContext } from 'react';
import type { Output } from '#shared/contract/index.ts';

export type Start = Output<'settings.get'>;

/** Given by the start gate: below it the settings are always there. */
export const SettingsContext = createContext<Start | null>(null);

/** The answer of `settings.get`: the shop's settings, today, and where the data lies. */
export function useSettings(): Start {
  const start = useContext(SettingsContext);
  if (start === null) throw new Error('useSettings() outside the start gate');
  return start;
}
