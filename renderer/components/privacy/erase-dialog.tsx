import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ProgressLine } from '#renderer/components/running/progress-line.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { type Task, useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { ErasureSurvey } from '#shared/contract/privacy/privacy.ts';
import { addMonths } from '#shared/domain/calendar/dates.ts';
import { nameKey } from '#shared/domain/text/names.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './privacy.module.css';
import { useCounted } from './use-counted.ts';

/** The last of the copies goes by itself so many months after it was made: one a month stays for twelve. */
const MONTHS_KEPT = 13;

interface SurveyProps {
  readonly survey: ErasureSurvey;
}

/** What goes, and what stays without a word about the person. */
function Weighed({ survey }: SurveyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = useCounted();
  const { goes, stays, importRows } = survey;
  return (
    <>
      <p>
        <b>
          {goes.length === 0
            ? t('privacy.erase.goesName')
            : t('privacy.erase.goes', { what: counted(goes) })}
        </b>{' '}
        {t('privacy.erase.words')}{' '}
        {importRows > 0 && t('privacy.erase.rows', { count: importRows })}
      </p>
      <p>
        {stays.length === 0
          ? t('privacy.erase.staysNothing')
          : t('privacy.erase.stays', {
              what: counted(stays),
              amount: format.money(survey.revenueMinor),
            })}{' '}
        {stays.some(({ table }) => table === 'complaints') && t('privacy.erase.later')}
      </p>
    </>
  );
}

/** What the owner has to know before, where there is any of it. */
function Warnings({ survey }: SurveyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { owedMinor, isLocked, mentions, hasDraft, setAside } = survey;
  return (
    <>
      {owedMinor !== 0 && (
        <StatusBadge kind="wrong">
          {t('privacy.erase.owed', { amount: format.money(owedMinor) })}
        </StatusBadge>
      )}
      {isLocked && <p>{t('privacy.erase.locked')}</p>}
      {mentions > 0 && <p>{t('privacy.erase.mentions', { count: mentions })}</p>}
      {hasDraft && <p>{t('privacy.erase.draft')}</p>}
      {setAside.count > 0 && (
        <p>{t('privacy.erase.setAside', { count: setAside.count, folder: setAside.folder })}</p>
      )}
      <p>{t('privacy.erase.outside')}</p>
    </>
  );
}

interface BackupsProps extends SurveyProps {
  readonly removes: boolean;
  onChange(removes: boolean): void;
}

/** Which copies hold the person, until when, and whether they go at once. */
function Backups({ survey, removes, onChange }: BackupsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { backups, second } = survey;
  if (backups === null && (second ?? 0) === 0) return null;
  const dayOf = (at: string) => format.date(format.dayOf(at));
  const isOneDay = backups !== null && dayOf(backups.oldestAt) === dayOf(backups.newestAt);
  return (
    <>
      <p>
        {backups !== null &&
          t(isOneDay ? 'privacy.erase.backupsOfDay' : 'privacy.erase.backups', {
            count: backups.count,
            from: dayOf(backups.oldestAt),
            to: dayOf(backups.newestAt),
            until: format.date(addMonths(format.dayOf(backups.newestAt), MONTHS_KEPT)),
          })}{' '}
        {second !== null && second > 0 && t('privacy.erase.second', { count: second })}
      </p>
      <Checkbox
        label={t('privacy.erase.removeBackups')}
        checked={removes}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </>
  );
}

/** What came of it, in one sentence after the other. */
function doneText(t: Translate, done: Output<'privacy.erase'>): string {
  const { isKept, number, removedBackups, leftBackups, isSwept } = done;
  return [
    isKept ? t('privacy.erase.done', { number }) : t('privacy.erase.doneAll'),
    removedBackups > 0 ? t('privacy.erase.removed', { count: removedBackups }) : '',
    leftBackups > 0 ? t('privacy.erase.left', { count: leftBackups }) : '',
    isSwept ? '' : t('privacy.erase.unswept'),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

interface Props {
  readonly customerId: CustomerId;
  onClose(): void;
  onErased(isKept: boolean): void;
}

function useErase({ customerId, onErased }: Props) {
  const { t } = useTranslation();
  const task = useTask('privacy.erase');
  const { say } = useUndo();
  const [typed, setTyped] = useState('');
  const [removesBackups, setRemovesBackups] = useState(false);
  const run = async () => {
    const input = { customerId, confirm: typed, removesBackups };
    const result = await task.run(input, t('privacy.erase.running'));
    if (!result.ok) return;
    say(doneText(t, result.value));
    onErased(result.value.isKept);
  };
  return { task, run, typed, setTyped, removesBackups, setRemovesBackups };
}

interface FootProps {
  readonly task: Task<'privacy.erase'>;
  readonly isConfirmed: boolean;
  onClose(): void;
}

function Foot({ task, isConfirmed, onClose }: FootProps) {
  const { t } = useTranslation();
  return (
    <>
      {task.error !== null && <ErrorState error={task.error} />}
      {task.isRunning && (
        <ProgressLine progress={task.progress} label={t('privacy.erase.running')} />
      )}
      <div className={classes.buttons}>
        <Button disabled={task.isRunning} onClick={onClose}>
          {t('privacy.erase.cancel')}
        </Button>
        <Button
          type="submit"
          variant="filled"
          color="red"
          disabled={!isConfirmed}
          loading={task.isRunning}
        >
          {t('privacy.erase.button')}
        </Button>
      </div>
    </>
  );
}

function Asked({
  survey,
  erase,
  onClose,
}: SurveyProps & {
  readonly erase: ReturnType<typeof useErase>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { task, typed } = erase;
  const isConfirmed = nameKey(typed) === nameKey(survey.called) && typed.trim() !== '';
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isConfirmed && !task.isRunning) void erase.run();
      }}
    >
      <Weighed survey={survey} />
      <Warnings survey={survey} />
      <Backups survey={survey} removes={erase.removesBackups} onChange={erase.setRemovesBackups} />
      <p>
        <b>{t('privacy.erase.noUndo')}</b>
      </p>
      <TextInput
        data-autofocus
        autoComplete="off"
        label={t('privacy.erase.confirm', { name: survey.called })}
        value={typed}
        onChange={(event) => erase.setTyped(event.currentTarget.value)}
      />
      <Foot task={task} isConfirmed={isConfirmed} onClose={onClose} />
    </form>
  );
}

/** Asks before a person is erased for good: what goes, what stays and why, which backups still have them. */
export function EraseDialog(props: Props) {
  const { customerId, onClose } = props;
  const { t } = useTranslation();
  const { data: survey, error } = useQuery('privacy.survey', { customerId });
  const erase = useErase(props);
  const title = t('privacy.erase.title', { name: survey?.called ?? '…' });
  return (
    <Dialog title={title} size="lg" onClose={erase.task.isRunning ? () => undefined : onClose}>
      {survey === undefined && error === null && <p role="status">{t('privacy.erase.counting')}</p>}
      {error !== null && <ErrorState error={error.error} />}
      {survey !== undefined && <Asked survey={survey} erase={erase} onClose={onClose} />}
    </Dialog>
  );
}
