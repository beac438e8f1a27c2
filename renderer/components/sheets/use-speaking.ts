import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Speaking } from '#shared/domain/sheets/speaking.ts';

/** How a sheet says things on the screen: the same words that paper and files say. */
export function useSpeaking(): Speaking {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const say = t as unknown as Speaking['say'];
    const { language, money, computed, number, percent } = format;
    return {
      ...{ language, computed, number, percent },
      money: (minor) => money(minor),
      say: (key, values) => say(key, values),
      day: (iso) => format.date(iso),
    };
  }, [t, format]);
}
