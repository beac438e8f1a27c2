import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ReplyAbout } from '#shared/contract/replies.ts';
import type { AppError } from '#shared/errors.ts';
import { linkFor, type Way } from './reply-link.ts';
import type { About, Reply } from './use-reply.ts';

/** A reply that has been handed over and waits for the word that it went out. */
export interface Opened {
  readonly way: Way;
  readonly isTooLong: boolean;
}

export interface Sending {
  readonly opened: Opened | null;
  readonly isRunning: boolean;
  readonly error: AppError | null;
  handOver(way: Way): Promise<void>;
  /** It went out. */
  settle(): Promise<void>;
  /** Back to writing. */
  back(): void;
}

interface Given {
  readonly target: ReplyAbout;
  readonly reply: Reply;
  readonly beforeSend: (() => Promise<boolean>) | undefined;
  readonly onSent: (() => void) | undefined;
}

/** Copies, or says that it cannot be done; true when it was. */
function useCopy(): (text: string) => Promise<boolean> {
  const { t } = useTranslation();
  const { say } = useUndo();
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      say(t('reply.noClipboard'));
      return false;
    }
  };
}

/** What the mail is about. */
function useSubject(): (about: About) => string {
  const { t } = useTranslation();
  const shop = useSettings().settings.shopName;
  return ({ number }) =>
    number === null ? t('reply.mailSubjectPlain', { shop }) : t('reply.mailSubject', { number });
}

/** Hands a reply to WhatsApp, the mail program or the clipboard, and then writes down that it was sent. */
export function useSend({ target, reply, beforeSend, onSent }: Given): Sending {
  const { t } = useTranslation();
  const copy = useCopy();
  const subjectOf = useSubject();
  const link = useCommand('settings.openLink');
  const sent = useCommand('replies.sent');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { about } = reply;
  const text = reply.text.trim();

  const isLetGo = async () => {
    if (beforeSend === undefined) return true;
    setSaving(true);
    return beforeSend().finally(() => setSaving(false));
  };
  const handOver = async (way: Way) => {
    if (about === undefined || !(await isLetGo())) return;
    const mail = { subject: subjectOf(about), text };
    const { url, isCopied, isTooLong } = linkFor(way, about, mail);
    if (isCopied && !(await copy(text))) return;
    if (url !== null && !(await link.run({ url })).ok) return;
    setOpened({ way, isTooLong });
  };
  const settle = async () => {
    if (opened === null) return;
    const via = opened.way === 'open' ? 'copy' : opened.way;
    const result = await sent.run({ about: target, text, via }, t('reply.recorded'));
    if (!result.ok) return;
    setOpened(null);
    reply.forget();
    onSent?.();
  };
  return {
    opened,
    isRunning: isSaving || link.isRunning || sent.isRunning,
    error: link.error ?? sent.error,
    handOver,
    settle,
    back: () => setOpened(null),
  };
}
