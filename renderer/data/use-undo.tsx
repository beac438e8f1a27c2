import { Button } from '@mantine/core';
import { type NotificationData, notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/base/error-text.ts';
import type { AppError } from '#shared/errors.ts';
import { batchId as asBatchId } from '#shared/ids.ts';
import { invoke } from './client.ts';

const UNDO_MS = 10_000;
const NOTICE_MS = 6_000;

export interface Undo {
  /** A toast; with a batch it offers Undo for ten seconds. */
  say(text: string, batchId?: number | null): void;
  /** A toast with a way back of its own, offered for ten seconds. */
  offer(text: string, goBack: () => void): void;
  /** A toast for a failure that no form on the screen can show. */
  sayError(error: AppError): void;
  /** Takes a batch back and says what that was and what came of it. */
  undo(batchId: number): Promise<void>;
  /** Ctrl+Z: takes the newest batch back that still can be. */
  undoLast(): Promise<void>;
}

/** One at a time: what was said before makes room at once, and can still be taken back from the history. */
function show(toast: NotificationData): void {
  notifications.clean();
  notifications.show(toast);
}

function notice(message: string): void {
  show({ message, autoClose: NOTICE_MS });
}

function useSayError(): Undo['sayError'] {
  const { t } = useTranslation();
  return useCallback(
    (error) => {
      if (error.code === 'CANCELLED') return;
      const { title, text } = errorText(t, error);
      show({ color: 'red', title, message: text, autoClose: UNDO_MS });
    },
    [t],
  );
}

function useTakeBack(sayError: Undo['sayError']): Undo['undo'] {
  const { t } = useTranslation();
  return useCallback(
    async (batchId) => {
      notifications.clean();
      const result = await invoke('history.undo', { batchId: asBatchId.parse(batchId) });
      if (!result.ok) return sayError(result.error);
      const { kept, deed, label } = result.value;
      const names = kept.map((one) => one.name).filter((name) => name !== '');
      const what = t(`history.deed.${deed}`);
      const done = t('app.undoneWhat', { what: label === '' ? what : `${what} (${label})` });
      const left = t('app.undoKept', { count: kept.length, names: names.slice(0, 3).join(', ') });
      notice(kept.length === 0 ? done : `${done} ${left}`);
    },
    [t, sayError],
  );
}

/** Toasts, and taking changes back through the record's history. */
export function useUndo(): Undo {
  const { t } = useTranslation();
  const sayError = useSayError();
  const undo = useTakeBack(sayError);

  const offer = useCallback(
    (text: string, goBack: () => void) => {
      const message = (
        <>
          <span>{text}</span>
          <Button size="xs" ml="auto" onClick={goBack}>
            {t('app.undo')}
          </Button>
        </>
      );
      show({ autoClose: UNDO_MS, message });
    },
    [t],
  );

  const say = useCallback(
    (text: string, batchId: number | null = null) => {
      if (batchId === null) {
        notice(text);
        return;
      }
      offer(text, () => void undo(batchId));
    },
    [offer, undo],
  );

  const undoLast = useCallback(async () => {
    const last = await invoke('history.last', {});
    if (!last.ok) return sayError(last.error);
    if (last.value === null) return say(t('app.nothingToUndo'));
    await undo(last.value.id);
  }, [t, undo, say, sayError]);

  return { say, offer, sayError, undo, undoLast };
}
