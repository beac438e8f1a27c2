import { useTranslation } from 'react-i18next';
import { type Task, useTask } from './use-task.ts';
import { useUndo } from './use-undo.tsx';

/** Brings an exported folder into this shop, which must be empty, and says how much that was. */
export function useBringBack(): {
  readonly task: Task<'exports.bringBack'>;
  bring(): Promise<void>;
} {
  const { t } = useTranslation();
  const task = useTask('exports.bringBack');
  const { say } = useUndo();
  const bring = async () => {
    const result = await task.run({}, t('settings.everything.bringing'));
    if (!result.ok || result.value === null) return;
    const { customers, sales, rows } = result.value;
    say(
      t('settings.everything.brought', {
        customers: t('settings.data.customers', { count: customers }),
        sales: t('settings.data.sales', { count: sales }),
        rows: t('settings.everything.rows', { count: rows }),
      }),
    );
  };
  return { task, bring };
}
