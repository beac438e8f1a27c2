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
  const days = ({ from, to }: { readonly from: string; readonly to: string }) => ({
    from: format.date(from),
    to: format.date(to),
  });
  const used = ({ by, count, isInTrash, locked }: Extract<TrashObstacle, { why: 'used' }>) => {
    const what = t(`trash.count.${by}`, { count });
    if (locked !== null) return t('trash.why.usedLocked', { what, ...days(locked) });
    return t(isInTrash ? 'trash.why.usedInTrash' : 'trash.why.used', { what });
  };
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
      if (obstacle.why === 'used') return used(obstacle);
      if (obstacle.why !== 'locked') return t(`trash.why.${obstacle.why}`);
      return t('trash.why.locked', days(obstacle));
    },
  };
}
