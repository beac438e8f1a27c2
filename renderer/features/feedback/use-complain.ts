import { getHotkeyHandler, useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { AnswerRow, SurveyRow } from '#shared/contract/feedback/shapes.ts';
import { isBad } from '#shared/domain/feedback/bad-answer.ts';
import type { SurveyAnswerId } from '#shared/ids.ts';

/** Whether a bad answer waits to become a complaint. */
export function isBadOpen({ questions }: SurveyRow, { facts, complaintId }: AnswerRow): boolean {
  return complaintId === null && facts.outcome === 'answered' && isBad(questions, facts.values);
}

/**
 * Makes an answer a complaint: with a button, and the one that `keyId` says with its key. In fields the key is
 * typed; a choice that has the focus hands it over by `onKey`.
 */
export function useComplain(keyId: SurveyAnswerId | null) {
  const { t } = useTranslation();
  const { run, isRunning } = useCommand('feedback.complain');
  const { sayError } = useUndo();
  const complain = async (id: SurveyAnswerId) => {
    const result = await run({ id }, t('feedback.answer.complained'));
    if (!result.ok) sayError(result.error);
  };
  const press = (isHeld: boolean) => {
    const isFree = !isHeld && !isRunning && document.querySelector('[role="dialog"]') === null;
    if (isFree && keyId !== null) void complain(keyId);
  };
  useHotkeys([['K', (event) => press(event.repeat)]]);
  const onKey = getHotkeyHandler([['K', (event) => press(event.repeat)]]);
  return { complain, onKey, isRunning };
}
