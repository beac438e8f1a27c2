import { Button, Select, Textarea } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { useGreeting } from '#renderer/components/contact/use-greeting.ts';
import { OffersNote } from '#renderer/components/privacy/offers-note.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { OpenSale } from '#shared/contract/payments.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { waLink } from '#shared/domain/text/phone.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './payments.module.css';
import { reminderText } from './reminder-text.ts';

const AGAIN_DAYS = [3, 7, 14] as const;
const NEVER = 'never';

interface Props {
  readonly customerId: CustomerId;
  readonly name: string;
  readonly phone: string | null;
  readonly owedMinor: number;
  readonly open: readonly OpenSale[];
  onDone(): void;
}

/** The message as it stands, and what happens with it: the chat is opened, and that is written down. */
function useReminder({ customerId, name, phone, owedMinor, open, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const greetingOf = useGreeting();
  const link = useCommand('settings.openLink');
  const remind = useCommand('payments.remind');
  const { sayError } = useUndo();
  const [text, setText] = useState(() => reminderText(t, format, greetingOf(name), open));
  const [again, setAgain] = useState<string>(String(AGAIN_DAYS[0]));
  const send = async () => {
    const opened = await link.run({ url: waLink(phone ?? '', text) });
    if (!opened.ok) return sayError(opened.error);
    const reason = t('payments.remind.reason', { amount: format.money(owedMinor) });
    const plan = again === NEVER ? null : { dueOn: addDays(format.today, Number(again)), reason };
    const said = t('payments.remind.sent', { name });
    const result = await remind.run({ customerId, text, again: plan }, said);
    if (result.ok) onDone();
    else sayError(result.error);
  };
  return { text, setText, again, setAgain, send, isRunning: link.isRunning || remind.isRunning };
}

function NoPhone({ customerId }: Pick<Props, 'customerId'>) {
  const { t } = useTranslation();
  return (
    <p className={classes.quiet}>
      {t('payments.remind.noPhone')}{' '}
      <Link href={addressOf({ customer: customerId })}>{t('payments.remind.addPhone')}</Link>
    </p>
  );
}

interface SendProps {
  readonly reminder: ReturnType<typeof useReminder>;
}

/** When to ask again, and the chat. */
function Send({ reminder }: SendProps) {
  const { t } = useTranslation();
  const { text, again, setAgain, isRunning } = reminder;
  const days = AGAIN_DAYS.map((count) => ({
    value: String(count),
    label: t('payments.remind.againDays', { count }),
  }));
  return (
    <>
      <Select
        label={t('payments.remind.again')}
        value={again}
        data={[...days, { value: NEVER, label: t('payments.remind.againNever') }]}
        onChange={(value) => value !== null && setAgain(value)}
      />
      <div className={classes.send}>
        <Button
          type="submit"
          loading={isRunning}
          disabled={text.trim() === ''}
          leftSection={<IconBrandWhatsapp size={15} stroke={1.75} aria-hidden="true" />}
        >
          {t('payments.remind.open')}
        </Button>
        <span className={classes.quiet}>{t('payments.remind.youSend')}</span>
      </div>
    </>
  );
}

/** A reminder from an example, to be changed and sent by the owner; it is written down, with when to ask again. */
export function RemindForm(props: Props) {
  const { t } = useTranslation();
  const reminder = useReminder(props);
  const { text, setText, send } = reminder;
  const canChat = props.phone?.startsWith('+') === true;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <OffersNote customerId={props.customerId} name={props.name} />
      <Textarea
        autosize
        minRows={4}
        maxRows={10}
        maxLength={8000}
        label={t('payments.remind.message')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {canChat ? <Send reminder={reminder} /> : <NoPhone customerId={props.customerId} />}
    </form>
  );
}
