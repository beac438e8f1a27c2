import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnFields } from '#renderer/components/own-fields/use-own-fields.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { NamedRecord } from '#shared/contract/segments/segments.ts';
import type { Speaker } from './condition-words.ts';

/** Puts conditions into words, with what the records in them are called. */
export function useSpeaker(records: readonly NamedRecord[]): Speaker {
  const { t } = useTranslation();
  const format = useFormat();
  const months = useSettings().settings.activeMonths;
  const ownFields = useOwnFields();
  return useMemo(
    () => ({ t, format, months, records, ownFields }),
    [t, format, months, records, ownFields],
  );
}
