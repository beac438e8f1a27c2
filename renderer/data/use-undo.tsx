import { Button } from '@mantine/core';
import { type NotificationData, notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { deedText, undoneText } from '#renderer/base/deed-text.ts';
import { errorText } from '#renderer/base/error-text.ts';
import { useGo } from '#renderer/base/routes.ts';
import type { AppError } from '#shared/errors.ts';
import { batchId as asBatchId } from '#shared/ids.ts';
import { invoke } from './client.ts';

const UNDO_MS = 10_000;
const NOTICE_MS = 6_000;

export interface Undo {
  /** A toast; with a batch it offers Undo for ten seconds. */
  say(text: string, batchId?: number | null): void;
  /** A toast that offers a way back of its own for ten seconds. */
  offer(text: string, goBack: () => void): void;
  /** A toast for a failure that no form on the screen can show. */
  sayError(error: AppError): void;
  /** Takes a batch back and says what that was and what came of it. */
  undo(batchId: number): Promise<void>;
  /** Ctrl+Z: takes the newest change back that stands; of an import it says where that is undone. */
  undoLast(): Promise<void>;
  /** Does again what was undone last, unless something else was done since. */
  redoLast(): Promise<void>;
}

/** One at a time: what was said before makes room at once, and can still be taken back from the history. */
function show(toast: NotificationData): void {
  notifications.clean();
  notifications.show(toast);
}

function notice(message: string): void {
  show({ message, autoClose: NOTICE_MS });
}

/** A toast with one thing to do about it. */
function offerAction(text: string, action: { readonly label: string; run(): void }): void {
  const run = () => {
    notifications.clean();
    action.run();
  };
  const message = (
    <>
      <span>{text}</span>
      <Button size="xs" ml="auto" onClick={run}>
        {action.label}
      </Button>
    </>
  );
  show({ autoClose: UNDO_MS, message });
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
      notice(undoneText(t, result.value));
    },
    [t, sayError],
  );
}

type Last = Pick<Undo, 'undoLast' | 'redoLast'>;

/** What the keys take back, and bring back. */
function useLast({ say, sayError, undo }: Omit<Undo, keyof Last | 'offer'>): Last {
  const { t } = useTranslation();
  const go = useGo();
  const undoLast = useCallback(async () => {
    const last = await invoke('history.last', {});
    if (!last.ok) return sayError(last.error);
    const entry = last.value;
    if (entry === null) return say(t('app.nothingToUndo'));
    if (entry.way !== 'import') return undo(entry.id);
    const text = t('history.newestIsImport', { what: deedText(t, entry) });
    offerAction(text, { label: t('history.toImports'), run: () => go('import') });
  }, [t, go, undo, say, sayError]);
  const redoLast = useCallback(async () => {
    const last = await invoke('history.last', { of: 'undoing' });
    if (!last.ok) return sayError(last.error);
    if (last.value === null) return say(t('history.nothingToRedo'));
    await undo(last.value.id);
  }, [t, undo, say, sayError]);
  return { undoLast, redoLast };
}

/** Toasts, and taking changes back through the record's history. */
export function useUndo(): Undo {
  const { t } = useTranslation();
  const sayError = useSayError();
  const undo = useTakeBack(sayError);

  const offer = useCallback(
    (text: string, goBack: () => void) => offerAction(text, { label: t('app.undo'), run: goBack }),
    [t],
  );
  const say = useCallback(
    (text: string, batchId: number | null = null) => {
      if (batchId === null) return notice(text);
      offer(text, () => void undo(batchId));
    },
    [offer, undo],
  );
  return { say, offer, sayError, undo, ...useLast({ say, sayError, undo }) };
}
