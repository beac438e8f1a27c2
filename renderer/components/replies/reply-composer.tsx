import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import type { ReplyAbout } from '#shared/contract/replies.ts';
import {
  type MergeValues,
  mergeReply,
  type Spot,
  salutation,
} from '#shared/domain/replies/merge.ts';
import classes from './reply.module.css';
import { ReplyFindings } from './reply-findings.tsx';
import { waysTo } from './reply-link.ts';
import { ReplySigns } from './reply-signs.tsx';
import { SendBar } from './send-bar.tsx';
import { TemplateMenu } from './template-menu.tsx';
import { type About, type Reply, useReply } from './use-reply.ts';
import { useSend } from './use-send.ts';

interface Props {
  readonly about: ReplyAbout;
  /** What is typed in the form around and not saved yet, such as the solution. */
  readonly mergeValues?: Partial<MergeValues>;
  /** Runs before anything is sent; false stops. */
  readonly beforeSend?: () => Promise<boolean>;
  readonly onSent?: () => void;
  /** Takes the keyboard when it appears: it was asked for just now. */
  readonly takesFocus?: boolean;
}

interface WritingProps {
  readonly reply: Reply;
  readonly about: About;
  readonly takesFocus: boolean;
  onKeyDown(event: KeyboardEvent): void;
}

/** What an example replaced, until it is taken back. */
function useReplaced({ text, setText }: Reply) {
  const [before, setBefore] = useState<string | null>(null);
  return {
    canTakeBack: before !== null,
    replace: (chosen: string) => {
      setBefore(text.trim() === '' ? null : text);
      setText(chosen);
    },
    takeBack: () => {
      if (before !== null) setText(before);
      setBefore(null);
    },
  };
}

type ToolsProps = Pick<WritingProps, 'reply' | 'about'> & { onChosen(): void };

/** The examples to begin with. */
function Tools({ reply, about, onChosen }: ToolsProps) {
  const { t } = useTranslation();
  const { canTakeBack, replace, takeBack } = useReplaced(reply);
  return (
    <div className={classes.tools}>
      <TemplateMenu
        values={reply.values}
        isPublic={about.isPublic}
        rating={about.rating}
        text={reply.text}
        onChoose={(chosen) => {
          replace(chosen);
          onChosen();
        }}
      />
      {canTakeBack && (
        <Button size="xs" variant="subtle" onClick={takeBack}>
          {t('reply.undoReplace')}
        </Button>
      )}
      {about.isPublic && <span className={classes.quiet}>{t('reply.publicHint')}</span>}
    </div>
  );
}

/** The box, its signs, the examples, and what to change. */
function Writing({ reply, about, takesFocus, onKeyDown }: WritingProps) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  const { text, setText, check, values } = reply;
  const name = salutation(about.customerName) || t('reply.nobody');
  const filled = mergeReply(text, values);
  const show = ({ start, end }: Spot) => {
    box.current?.focus();
    box.current?.setSelectionRange(start, end);
  };
  return (
    <>
      <div className={classes.head}>
        <label htmlFor={id}>{t(about.isPublic ? 'reply.toPublic' : 'reply.to', { name })}</label>
        {check !== null && (
          <ReplySigns check={check} isPraise={about.rating !== null && about.rating >= 4} />
        )}
      </div>
      <Textarea
        ref={box}
        id={id}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={4000}
        placeholder={t('reply.placeholder')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Tools reply={reply} about={about} onChosen={() => box.current?.focus()} />
      {check !== null && (
        <ReplyFindings
          text={text}
          check={check}
          isSignerUnknown={values.me === '' || values.contact === ''}
          onFill={filled === text ? null : () => setText(filled)}
          onShow={show}
        />
      )}
    </>
  );
}

/**
 * Writes a reply to a complaint or a public review, from an example or freely; says how it reads,
 * lets a heated one rest, hands it over, and records it as sent. The draft is kept by itself.
 */
export function ReplyComposer(props: Props) {
  const { about: target, mergeValues = {}, beforeSend, onSent, takesFocus = false } = props;
  const reply = useReply(target, mergeValues);
  const sending = useSend({ target, reply, beforeSend, onSent });
  const { about, error, check, restsUntil } = reply;
  if (error !== null) return <ErrorState error={error.error} />;
  if (about === undefined || check === null) return null;
  const ways = waysTo(about);
  const canSend = check.words > 0 && check.findings.every(({ key }) => key !== 'unfilled');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (sending.isRunning) return;
    if (sending.opened !== null) void sending.settle();
    else if (canSend && restsUntil === null) void sending.handOver(ways[0]);
  };
  return (
    <div className={classes.composer}>
      <Writing reply={reply} about={about} takesFocus={takesFocus} onKeyDown={onKeyDown} />
      <SendBar
        sending={sending}
        ways={ways}
        restsUntil={restsUntil}
        canSend={canSend}
        isSaving={beforeSend !== undefined}
      />
    </div>
  );
}
