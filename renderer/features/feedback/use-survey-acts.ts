import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { SurveyRow } from '#shared/contract/feedback/shapes.ts';

/** What can be done with a survey as a whole. */
export function useSurveyActs({ id, facts }: Pick<SurveyRow, 'id' | 'facts'>) {
  const { t } = useTranslation();
  const go = useGo();
  const create = useCommand('feedback.create');
  const remove = useCommand('feedback.remove');
  const { sayError } = useUndo();
  return {
    /** Another one that asks the same, to be changed by itself. */
    again: async () => {
      const name = t('feedback.copyName', { name: facts.name.slice(0, 60) });
      const copy = { ...facts, name, handedOut: null };
      const made = await create.run({ facts: copy }, t('feedback.copied', { name }));
      if (made.ok) go(`/feedback/${made.value.id}/change`);
      else sayError(made.error);
    },
    /** To the trash; answers whether it went there. */
    drop: async () => {
      const dropped = await remove.run({ id }, t('feedback.removed', { name: facts.name }));
      if (!dropped.ok) sayError(dropped.error);
      return dropped.ok;
    },
  };
}
