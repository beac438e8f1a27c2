import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/data/settings.ts';
import type { FoundHelp } from './find-help.ts';

type Find = typeof import('./find-help.ts').findHelp;

/** At most so many pages of help stand below what the shop itself has. */
const most = 4;

/** Pages of help with the words that were typed; help is read in with the first letter. */
export function useFoundHelp(typed: string): readonly FoundHelp[] {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const [find, setFind] = useState<Find | null>(null);
  const isAsked = typed.trim() !== '';
  useEffect(() => {
    if (!isAsked || find !== null) return;
    void import('./find-help.ts').then(({ findHelp }) => setFind(() => findHelp));
  }, [isAsked, find]);
  return isAsked && find !== null ? find(t, settings.language, typed).slice(0, most) : [];
}
