import { Button, SegmentedControl, Select, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ContactChannel, Topic } from '#shared/contract/interactions/interactions.ts';
import type { CustomerId } from '#shared/ids.ts';
import { type Again, AgainSelect, planOf } from './again-select.tsx';
import { OTHER_CHANNELS, QUICK_CHANNELS, TOPICS } from './choices.ts';
import classes from './timeline.module.css';

const OTHER = 'more' as const;

interface ChannelProps {
  readonly channel: ContactChannel;
  onChange(channel: ContactChannel): void;
}

/** The usual ways by one key, the rest from a list. */
function ChannelChoice({ channel, onChange }: ChannelProps) {
  const { t } = useTranslation();
  const isQuick = QUICK_CHANNELS.some((one) => one === channel);
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={t('timeline.how')}
        value={isQuick ? channel : OTHER}
        onChange={(value) => onChange(value === OTHER ? 'other' : (value as ContactChannel))}
        data={[
          ...QUICK_CHANNELS.map((value) => ({ value, label: t(`timeline.channel.${value}`) })),
          { value: OTHER, label: t('timeline.more') },
        ]}
      />
      {!isQuick && (
        <Select
          size="xs"
          w="9rem"
          aria-label={t('timeline.how')}
          value={channel}
          data={OTHER_CHANNELS.map((value) => ({ value, label: t(`timeline.channel.${value}`) }))}
          onChange={(value) => value !== null && onChange(value)}
        />
      )}
    </>
  );
}

interface Entry {
  readonly text: string;
  readonly channel: ContactChannel;
  readonly direction: 'in' | 'out';
  readonly topic: Topic;
  readonly again: Again;
}

const NOTHING_YET: Entry = {
  text: '',
  channel: 'whatsapp',
  direction: 'out',
  topic: 'contact',
  again: { kind: 'propose' },
};

/** What is being written down; the way and the direction stay for the next one. */
function useEntry(customerId: CustomerId) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const record = useCommand('interactions.record');
  const { sayError } = useUndo();
  const box = useRef<HTMLTextAreaElement>(null);
  const [entry, setEntry] = useState(NOTHING_YET);
  const set = (part: Partial<Entry>) => setEntry((before) => ({ ...before, ...part }));
  const save = async () => {
    const { again, ...facts } = entry;
    if (facts.text.trim() === '') return box.current?.focus();
    const contactAgain = planOf(again, today);
    const result = await record.run({ customerId, facts, contactAgain }, t('timeline.recorded'));
    if (!result.ok) return sayError(result.error);
    const { text, topic } = NOTHING_YET;
    set({ text, topic, again: NOTHING_YET.again });
    box.current?.focus();
  };
  return { entry, set, save, isRunning: record.isRunning, box };
}

interface HowProps {
  readonly entry: Entry;
  set(part: Partial<Entry>): void;
}

/** By which way, from whom, and what about. */
function How({ entry, set }: HowProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.row}>
      <ChannelChoice channel={entry.channel} onChange={(channel) => set({ channel })} />
      <SegmentedControl
        size="xs"
        aria-label={t('timeline.whose')}
        value={entry.direction}
        onChange={(direction) => set({ direction })}
        data={[
          { value: 'out', label: t('timeline.direction.out') },
          { value: 'in', label: t('timeline.direction.in') },
        ]}
      />
      <Select
        size="xs"
        w="8rem"
        aria-label={t('timeline.about')}
        value={entry.topic}
        data={TOPICS.map((value) => ({ value, label: t(`timeline.topic.${value}`) }))}
        onChange={(topic) => topic !== null && set({ topic })}
      />
    </div>
  );
}

/** One box for whatever happened; Ctrl+Enter writes it down. */
export function EntryBox({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const { entry, set, save, isRunning, box } = useEntry(customerId);
  return (
    <section aria-label={t('timeline.what')}>
      <form
        className={classes.entry}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Textarea
          ref={box}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={8000}
          aria-label={t('timeline.what')}
          placeholder={t('timeline.what')}
          value={entry.text}
          onChange={(event) => set({ text: event.currentTarget.value })}
          onKeyDown={getHotkeyHandler([['mod+Enter', () => box.current?.form?.requestSubmit()]])}
        />
        <How entry={entry} set={set} />
        <div className={classes.row}>
          <AgainSelect again={entry.again} onChange={(again) => set({ again })} />
          <Button className={classes.push} type="submit" variant="filled" loading={isRunning}>
            {t('timeline.record')}
          </Button>
        </div>
      </form>
    </section>
  );
}
