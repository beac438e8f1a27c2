import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useFormat } from '#renderer/components/use-format.ts';
import { invoke, type RequestError } from '#renderer/data/client.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ReplyAbout } from '#shared/contract/replies.ts';
import { checkReply, type ReplyCheck } from '#shared/domain/replies/check.ts';
import { type MergeValues, salutation } from '#shared/domain/replies/merge.ts';
import { compensationText } from './compensation-text.ts';

const SAVE_AFTER_MS = 600;
const LOOK_AT_CLOCK_MS = 15_000;
const MINUTE_MS = 60_000;

export type About = Output<'replies.about'>;

export interface Reply {
  /** Undefined while it is read. */
  readonly about: About | undefined;
  readonly error: RequestError | null;
  readonly text: string;
  setText(text: string): void;
  /** Forgets what was typed: what is stored is shown again. */
  forget(): void;
  readonly check: ReplyCheck | null;
  readonly values: Partial<MergeValues>;
  /** The instant from which a heated reply is offered for sending; null: at once. */
  readonly restsUntil: string | null;
}

/** Saves what is typed a moment after the last key, and what is left when the screen is left. */
function useDraftSaving(about: ReplyAbout) {
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const save = () => {
    if (pending.current === null) return;
    const { text, timer } = pending.current;
    clearTimeout(timer);
    pending.current = null;
    void invoke('replies.saveDraft', { about, text });
  };
  const drop = () => {
    if (pending.current !== null) clearTimeout(pending.current.timer);
    pending.current = null;
  };
  const later = (text: string) => {
    drop();
    pending.current = { text, timer: setTimeout(save, SAVE_AFTER_MS) };
  };
  const saveAtEnd = useEffectEvent(save);
  useEffect(() => () => saveAtEnd(), []);
  return { later, drop };
}

function useValues(about: About | undefined, given: Partial<MergeValues>): Partial<MergeValues> {
  const { settings } = useSettings();
  const format = useFormat();
  if (about === undefined) return given;
  const own = Object.entries(given).filter(([, value]) => value.trim() !== '');
  return {
    name: salutation(about.customerName),
    product: about.product ?? '',
    number: about.number ?? '',
    solution: about.solution ?? '',
    compensation: compensationText(about.compensation, format),
    shop: settings.shopName,
    me: settings.replyName,
    contact: settings.replyContact,
    ...Object.fromEntries(own),
  };
}

/** Severe, a bad review, or words that would do harm. */
function isHeated(about: About, check: ReplyCheck): boolean {
  const isBadReview = about.rating !== null && about.rating <= 2;
  const doesHarm = check.findings.some(({ severity }) => severity === 'stop');
  return about.severity === 'severe' || isBadReview || doesHarm;
}

function restOf(about: About, check: ReplyCheck, minutes: number): string | null {
  if (check.words === 0 || minutes === 0 || !isHeated(about, check)) return null;
  const startedAt = Date.parse(about.draft?.startedAt ?? about.now);
  const until = startedAt + minutes * MINUTE_MS;
  return Date.parse(about.now) < until ? new Date(until).toISOString() : null;
}

/** A reply being written: its text and draft, what is known about it, and how it reads. */
export function useReply(target: ReplyAbout, given: Partial<MergeValues>): Reply {
  const { settings } = useSettings();
  const { data: about, error, refetch } = useQuery('replies.about', { about: target });
  const [typed, setTyped] = useState<string | null>(null);
  const draft = useDraftSaving(target);
  const values = useValues(about, given);
  const text = typed ?? about?.draft?.text ?? '';
  const check =
    about === undefined
      ? null
      : checkReply(text, {
          language: 'auto',
          customerName: about.customerName,
          replyName: settings.replyName,
          replyContact: settings.replyContact,
          isPublic: about.isPublic,
          rating: about.rating,
        });
  const restsUntil =
    about === undefined || check === null ? null : restOf(about, check, settings.coolingMinutes);
  const isResting = restsUntil !== null;
  useEffect(() => {
    if (!isResting) return;
    const timer = setInterval(() => void refetch(), LOOK_AT_CLOCK_MS);
    return () => clearInterval(timer);
  }, [isResting, refetch]);
  return {
    about,
    error,
    text,
    check,
    values,
    restsUntil,
    setText: (next) => {
      setTyped(next);
      draft.later(next);
    },
    forget: () => {
      draft.drop();
      setTyped(null);
    },
  };
}
