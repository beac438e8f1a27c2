import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
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
    const { customers, sales, rows, language } = result.value;
    // The window is about to speak as the shop that came.
    const inItsOwn: Translate = i18next.getFixedT(language);
    say(
      inItsOwn('settings.everything.brought', {
        customers: inItsOwn('settings.data.customers', { count: customers }),
        sales: inItsOwn('settings.data.sales', { count: sales }),
        rows: inItsOwn('settings.everything.rows', { count: rows }),
      }),
    );
  };
  return { task, bring };
}
