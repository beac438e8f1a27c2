import { useTranslation } from 'react-i18next';
import type { StoredQuestion } from '#shared/contract/feedback/shapes.ts';

/** One answer that can be chosen, and the key that chooses it. */
interface Choice {
  readonly number: number;
  readonly label: string;
  readonly key: string;
}

/** What can be chosen; nothing where it is answered in words. */
export function useChoices({ kind, choices }: StoredQuestion): readonly Choice[] {
  const { t } = useTranslation();
  if (kind === 'stars')
    return [1, 2, 3, 4, 5].map((number) => ({ number, label: `${number} ★`, key: `${number}` }));
  if (kind === 'scale')
    return Array.from({ length: 11 }, (_, number) => ({
      ...{ number, label: String(number), key: String(number) },
    }));
  if (kind === 'yesNo')
    return [
      { number: 1, label: t('feedback.yes'), key: '1' },
      { number: 0, label: t('feedback.no'), key: '0' },
    ];
  return choices.map((label, number) => ({ number, label, key: String(number + 1) }));
}
