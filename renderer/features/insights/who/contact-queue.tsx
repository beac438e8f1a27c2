import { Button, Textarea } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { silenceWords } from '#renderer/components/contact/silence-words.ts';
import { useGreeting } from '#renderer/components/contact/use-greeting.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import { waLink } from '#shared/domain/text/phone.ts';
import classes from '../insights.module.css';

type Row = Output<'insights.slipping'>['rows'][number];

/** Whom a message can go to: a number is known, and nobody asked for none. */
export function reachable(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ phone, isUnwilling }) => phone?.startsWith('+') === true && !isUnwilling);
}

interface StepProps {
  readonly row: Row;
  onNext(): void;
}

/** The message as it stands, and what happens with it: the chat is opened, and that is written down. */
function useMessage({ row, onNext }: StepProps) {
  const { t } = useTranslation();
  const greetingOf = useGreeting();
  const link = useCommand('settings.openLink');
  const record = useCommand('interactions.record');
  const { sayError } = useUndo();
  const name = row.name === '' ? t('customers.noName') : row.name;
  const [text, setText] = useState(() =>
    `${greetingOf(name)} ${t('insights.slipping.message')}`.trim(),
  );
  const send = async () => {
    const opened = await link.run({ url: waLink(row.phone ?? '', text) });
    if (!opened.ok) return sayError(opened.error);
    const facts = {
      channel: 'whatsapp' as const,
      direction: 'out' as const,
      text,
    };
    const said = t('insights.slipping.sent', { name });
    const result = await record.run({ customerId: row.id, facts }, said);
    if (result.ok) onNext();
    else sayError(result.error);
  };
  return { name, text, setText, send, isRunning: link.isRunning || record.isRunning };
}

function Step(props: StepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { row, onNext } = props;
  const { name, text, setText, send, isRunning } = useMessage(props);
  const rhythm = silenceWords(t, format, row);
  return (
    <div className={classes.step}>
      <p>
        <b>{name}</b>
        <span className={classes.groupHint}>{rhythm}</span>
      </p>
      <Textarea
        label={t('insights.slipping.text')}
        autosize
        minRows={4}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p className={classes.stepFoot}>
        <Button
          variant="filled"
          loading={isRunning}
          disabled={text.trim() === ''}
          leftSection={<IconBrandWhatsapp size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => void send()}
        >
          {t('insights.slipping.openChat')}
        </Button>
        <Button onClick={onNext}>{t('insights.slipping.skip')}</Button>
      </p>
    </div>
  );
}

interface Props {
  /** As they stood when one began: who answers meanwhile keeps their turn. */
  readonly rows: readonly Row[];
  onClose(): void;
}

/** One after the other, each with a message to be gone on with, sent from WhatsApp by the owner. */
export function ContactQueue({ rows, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [queue] = useState(() => reachable(rows));
  const [index, setIndex] = useState(0);
  const row = queue[index];
  const place = { no: format.number(index + 1), all: format.number(queue.length) };
  const left = rows.length - queue.length;
  return (
    <Dialog
      onClose={onClose}
      title={
        row === undefined ? t('insights.slipping.through') : t('insights.slipping.place', place)
      }
    >
      {row === undefined ? (
        <p>{t('insights.slipping.allDone', { count: queue.length })}</p>
      ) : (
        <Step key={row.id} row={row} onNext={() => setIndex(index + 1)} />
      )}
      {left > 0 && (
        <p className={classes.groupHint}>{t('insights.slipping.leftOut', { count: left })}</p>
      )}
    </Dialog>
  );
}
