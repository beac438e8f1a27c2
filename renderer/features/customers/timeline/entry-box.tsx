import { Button, SegmentedControl, Select, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ContactChannel, Topic } from '#shared/contract/interactions.ts';
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

/** One box for whatever happened; Ctrl+Enter writes it down. */
export function EntryBox({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const format = useFormat();
  const record = useCommand('interactions.record');
  const { sayError } = useUndo();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [channel, setChannel] = useState<ContactChannel>('whatsapp');
  const [direction, setDirection] = useState<'in' | 'out'>('out');
  const [topic, setTopic] = useState<Topic>('contact');
  const [again, setAgain] = useState<Again>({ kind: 'propose' });
  const save = async () => {
    if (text.trim() === '') return box.current?.focus();
    const result = await record.run(
      {
        customerId,
        facts: { channel, direction, topic, text },
        contactAgain: planOf(again, format.today),
      },
      t('timeline.recorded'),
    );
    if (!result.ok) return sayError(result.error);
    setText('');
    setTopic('contact');
    setAgain({ kind: 'propose' });
    box.current?.focus();
  };
  return (
    <section className={classes.entry} aria-label={t('timeline.what')}>
      <Textarea
        ref={box}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={8000}
        aria-label={t('timeline.what')}
        placeholder={t('timeline.what')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={getHotkeyHandler([['mod+Enter', () => void save()]])}
      />
      <div className={classes.row}>
        <ChannelChoice channel={channel} onChange={setChannel} />
        <SegmentedControl
          size="xs"
          aria-label={t('timeline.whose')}
          value={direction}
          onChange={setDirection}
          data={[
            { value: 'out', label: t('timeline.direction.out') },
            { value: 'in', label: t('timeline.direction.in') },
          ]}
        />
        <Select
          size="xs"
          w="8rem"
          aria-label={t('timeline.about')}
          value={topic}
          data={TOPICS.map((value) => ({ value, label: t(`timeline.topic.${value}`) }))}
          onChange={(value) => value !== null && setTopic(value)}
        />
      </div>
      <div className={classes.row}>
        <AgainSelect again={again} onChange={setAgain} />
        <Button
          className={classes.push}
          variant="filled"
          loading={record.isRunning}
          onClick={() => void save()}
        >
          {t('timeline.record')}
        </Button>
      </div>
    </section>
  );
}
