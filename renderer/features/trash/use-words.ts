import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { TrashCounts, TrashObstacle, TrashRow } from '#shared/contract/trash/trash.ts';

interface Words {
  /** `200 customers, 1 sale`. */
  counts(counts: TrashCounts): string;
  /** Its name or number, else what kind of thing it is. */
  name(thing: Pick<TrashRow, 'kind' | 'name'>): string;
  /** `Customer moved to the trash, with 199 others`. */
  deed(thing: Pick<TrashRow, 'deed' | 'together'>): string;
  /** Why it stays where it is. */
  why(obstacle: TrashObstacle): string;
}

/** What is said of things in the trash. */
export function useWords(): Words {
  const { t } = useTranslation();
  const format = useFormat();
  return {
    counts: (counts) =>
      counts.map(({ kind, count }) => t(`trash.count.${kind}`, { count })).join(', '),
    name: ({ kind, name }) => (name === '' ? t(`trash.one.${kind}`) : name),
    deed: ({ deed, together }) => {
      if (deed === null) return t('trash.unknownDeed');
      const what = t(`history.deed.${deed}`);
      return together === 1 ? what : t('trash.together', { deed: what, count: together - 1 });
    },
    why: (obstacle) => {
      if (obstacle.why !== 'locked') return t(`trash.why.${obstacle.why}`);
      const [from, to] = [format.date(obstacle.from), format.date(obstacle.to)];
      return t('trash.why.locked', { from, to });
    },
  };
}
