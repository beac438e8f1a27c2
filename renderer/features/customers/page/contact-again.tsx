import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCalendarPlus, IconCheck, IconClockPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SnoozeMenu } from '#renderer/components/contact/snooze-menu.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { FollowUp } from '#shared/contract/follow-ups.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './contact-again.module.css';
import { ContactAgainDialog } from './contact-again-dialog.tsx';

function Lateness({ dueOn }: { readonly dueOn: string }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const days = daysBetween(dueOn, today);
  if (days < 0) return null;
  return (
    <StatusBadge kind={days > 0 ? 'wrong' : 'due'} isPill>
      {days > 0 ? t('today.lateDays', { count: days }) : t('today.dueToday')}
    </StatusBadge>
  );
}

interface DateProps {
  readonly date: FollowUp;
  readonly name: string;
  onEdit(): void;
}

function useDateActions({ date, name }: Pick<DateProps, 'date' | 'name'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const finish = useCommand('followUps.finish');
  const snooze = useCommand('followUps.snooze');
  const { sayError } = useUndo();
  const done = async () => {
    const result = await finish.run({ id: date.id }, t('today.finished', { name }));
    if (!result.ok) sayError(result.error);
  };
  const putOff = async (day: string) => {
    const said = t('today.snoozed', { name, date: format.date(day) });
    const input = { id: date.id, dueOn: day, dueTime: date.dueTime };
    const result = await snooze.run(input, said);
    if (!result.ok) sayError(result.error);
  };
  return { done, isFinishing: finish.isRunning, putOff };
}

function DateWords({ date, onEdit }: Pick<DateProps, 'date' | 'onEdit'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { dueOn, dueTime, reason } = date;
  return (
    <span className={classes.words}>
      <span>{t('followUp.title')}</span>
      <button type="button" className={classes.date} aria-haspopup="dialog" onClick={onEdit}>
        {format.date(dueOn)}
        {dueTime !== null && ` ${dueTime}`}
      </button>
      {reason !== '' && (
        <span className={classes.reason} title={reason}>
          {reason}
        </span>
      )}
      <Lateness dueOn={dueOn} />
    </span>
  );
}

function OpenDate({ date, name, onEdit }: DateProps) {
  const { t } = useTranslation();
  const { done, isFinishing, putOff } = useDateActions({ date, name });
  return (
    <>
      <DateWords date={date} onEdit={onEdit} />
      <Button
        size="xs"
        leftSection={<IconCheck size={15} stroke={1.75} aria-hidden="true" />}
        loading={isFinishing}
        onClick={() => void done()}
      >
        {t('today.done')}
      </Button>
      <SnoozeMenu
        label={t('today.snoozeFor', { name })}
        target={
          <Button
            size="xs"
            leftSection={<IconClockPause size={15} stroke={1.75} aria-hidden="true" />}
          >
            {t('followUp.snooze')}
          </Button>
        }
        onPick={(day) => void putOff(day)}
      />
    </>
  );
}

interface Props {
  readonly customerId: CustomerId;
  readonly name: string;
}

/** The next day to contact this customer, done or put off from here; further ones in the dialog. */
export function ContactAgain({ customerId, name }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('followUps.ofCustomer', { customerId });
  const [edited, setEdited] = useState<FollowUp | 'new' | null>(null);
  if (data === undefined) return null;
  const [next, ...more] = data;
  return (
    <div className={classes.again}>
      {next !== undefined && (
        <OpenDate key={next.id} date={next} name={name} onEdit={() => setEdited(next)} />
      )}
      {next === undefined ? (
        <Button
          size="xs"
          leftSection={<IconCalendarPlus size={15} stroke={1.75} aria-hidden="true" />}
          onClick={() => setEdited('new')}
        >
          {t('followUp.set')}
        </Button>
      ) : (
        <Tooltip label={t('followUp.another')}>
          <ActionIcon aria-label={t('followUp.another')} onClick={() => setEdited('new')}>
            <IconCalendarPlus size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      )}
      {more.map((date) => (
        <Button key={date.id} size="xs" variant="subtle" onClick={() => setEdited(date)}>
          {t('followUp.also', { date: format.date(date.dueOn) })}
        </Button>
      ))}
      {edited !== null && (
        <ContactAgainDialog
          customerId={customerId}
          date={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
