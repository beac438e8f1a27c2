import { useTranslation } from 'react-i18next';
import type { Reached } from '#renderer/components/contact/contact-buttons.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { TodayRow } from '#shared/contract/follow-ups.ts';
import type { AppError, Result } from '#shared/errors.ts';
import { useReason } from './reason-text.ts';

export interface TodayActions {
  /** With a way named, the contact is written into the history as well. */
  finish(row: TodayRow, reached: Reached | null): Promise<void>;
  snooze(row: TodayRow, day: string): Promise<void>;
  readonly isRunning: boolean;
}

/** What a line of the list can have done to it; each can be undone. */
export function useTodayActions(): TodayActions {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonOf = useReason();
  const record = useCommand('interactions.record');
  const finishOne = useCommand('followUps.finish');
  const snoozeOne = useCommand('followUps.snooze');
  const birthday = useCommand('followUps.birthday');
  const { sayError } = useUndo();
  const heard = (result: Result<unknown> | { ok: false; error: AppError }) => {
    if (!result.ok) sayError(result.error);
  };
  const finish = async (row: TodayRow, reached: Reached | null) => {
    const { customerId, followUpId, dueOn, name } = row;
    const said = t('today.finished', { name });
    if (followUpId === null)
      return heard(await birthday.run({ customerId, on: dueOn, snoozeTo: null }, said));
    if (reached === null) return heard(await finishOne.run({ id: followUpId }, said));
    const facts = {
      channel: reached,
      direction: 'out' as const,
      text: reasonOf(row),
    };
    const input = { customerId, facts, finishes: followUpId, contactAgain: null };
    heard(await record.run(input, t(`today.logged.${reached}`, { name })));
  };
  const snooze = async (row: TodayRow, day: string) => {
    const { customerId, followUpId, dueOn, dueTime, name } = row;
    const said = t('today.snoozed', { name, date: format.date(day) });
    if (followUpId === null)
      return heard(await birthday.run({ customerId, on: dueOn, snoozeTo: day }, said));
    heard(await snoozeOne.run({ id: followUpId, dueOn: day, dueTime }, said));
  };
  const isRunning = record.isRunning || finishOne.isRunning || birthday.isRunning;
  return { finish, snooze, isRunning };
}
