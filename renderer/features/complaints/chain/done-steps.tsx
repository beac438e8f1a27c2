import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import { TookSign } from '../signs.tsx';
import { ActionDialog } from './action-dialog.tsx';
import classes from './chain.module.css';

type Given = ComplaintPage['compensations'][number];
type Action = ComplaintPage['actions'][number];

interface Props {
  readonly page: ComplaintPage;
}

/** Their words, as they were written down. */
export function Happened({ page }: Props) {
  const { t } = useTranslation();
  const { words } = page.facts;
  return (
    <p className={classes.said}>
      {words === '' ? t('complaint.happened.noWords') : t('complaint.happened.quote', { words })}
    </p>
  );
}

/** What we answered first, and how long it took. */
export function Answered({ page }: Props) {
  const { t } = useTranslation();
  const { answer, answerMinutes, answerMinutesGiven, isFirstContact } = page;
  const text = answer ?? (isFirstContact ? t('complaint.solution.firstContact') : '');
  return (
    <div className={classes.line}>
      <p className={classes.said}>{text}</p>
      {answerMinutes !== null && <TookSign minutes={answerMinutes} given={answerMinutesGiven} />}
    </div>
  );
}

/** Why it happened, and how often by now. */
export function Diagnosed({ page }: Props) {
  const { t } = useTranslation();
  const { cause, causeNote, sameCause, isActionRequired } = page;
  const { count, days } = sameCause;
  return (
    <div className={classes.line}>
      <p className={classes.said}>
        <b>{cause}</b>
        {causeNote === '' ? '' : `${/[.!?]$/.test(cause ?? '') ? '' : '.'} ${causeNote}`}
      </p>
      {count > 1 && (
        <StatusBadge kind={isActionRequired ? 'wrong' : 'due'}>
          {t('complaint.cause.again', { count, days })}
        </StatusBadge>
      )}
    </div>
  );
}

function VoucherState({ page, given }: Props & { readonly given: Given }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, isRunning } = useCommand('complaints.useVoucher');
  const { sayError } = useUndo();
  const { usedOn, validUntil } = given;
  const mark = async (day: string | null) => {
    const words = { number: page.number };
    const said =
      day === null
        ? t('complaint.solution.voucherUnused', words)
        : t('complaint.solution.voucherUsed', words);
    const result = await run({ compensationId: given.id, usedOn: day }, said);
    if (!result.ok) sayError(result.error);
  };
  const isExpired = usedOn === null && validUntil !== null && validUntil < format.today;
  return (
    <>
      {usedOn !== null && (
        <StatusBadge kind="good">
          {t('complaint.solution.used', { day: format.date(usedOn, true) })}
        </StatusBadge>
      )}
      {usedOn === null && validUntil !== null && (
        <StatusBadge kind={isExpired ? 'wrong' : 'waiting'}>
          {t(`complaint.solution.${isExpired ? 'expired' : 'until'}`, {
            day: format.date(validUntil, true),
          })}
        </StatusBadge>
      )}
      <Button
        size="xs"
        variant="subtle"
        loading={isRunning}
        onClick={() => void mark(usedOn === null ? format.today : null)}
      >
        {usedOn === null ? t('complaint.solution.use') : t('complaint.solution.unuse')}
      </Button>
    </>
  );
}

function GivenLine({ page, given }: Props & { readonly given: Given }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, amountMinor, costMinor, approvedBy, isWithinAuthority, note } = given;
  const name = t(`complaint.compensation.${kind}`);
  const amount = format.money(amountMinor);
  return (
    <div className={classes.extras}>
      <span>
        <b>{t('complaint.compensation.line', { kind: name, amount })}</b>
        {costMinor !== amountMinor &&
          `, ${t('complaint.solution.costs', { amount: format.money(costMinor) })}`}
        {note !== null && `. ${note}`}
      </span>
      {!isWithinAuthority && approvedBy !== null && (
        <StatusBadge kind="due">
          {t('complaint.solution.approved', { name: approvedBy })}
        </StatusBadge>
      )}
      {kind === 'voucher' && <VoucherState page={page} given={given} />}
    </div>
  );
}

/** What compensation was given, also before it was reopened. */
export function Compensations({ page }: Props) {
  return page.compensations.map((given) => <GivenLine key={given.id} page={page} given={given} />);
}

/** The solution, what the customer got, and how long it took. */
export function Resolved({ page }: Props) {
  const { t } = useTranslation();
  const { solution, resolutionMinutes, resolutionMinutesGiven, isFirstContact } = page;
  return (
    <>
      <div className={classes.line}>
        <p className={classes.said}>{solution}</p>
        <span className={classes.extras}>
          {isFirstContact && (
            <StatusBadge kind="good">{t('complaint.solution.firstContact')}</StatusBadge>
          )}
          {resolutionMinutes !== null && (
            <TookSign minutes={resolutionMinutes} given={resolutionMinutesGiven} />
          )}
        </span>
      </div>
      <Compensations page={page} />
    </>
  );
}

function ActionState({ action }: { readonly action: Action }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { doneOn, dueOn } = action;
  if (doneOn !== null) {
    return (
      <StatusBadge kind="good">
        {t('complaint.change.doneOn', { day: format.date(doneOn, true) })}
      </StatusBadge>
    );
  }
  const late = daysBetween(dueOn, format.today);
  return (
    <StatusBadge kind={late > 0 ? 'wrong' : 'waiting'}>
      {late > 0 ? t('complaint.change.late', { count: late }) : t('complaint.change.open')}
    </StatusBadge>
  );
}

function ActionLine({ page, action }: Props & { readonly action: Action }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const due = format.date(action.dueOn);
  return (
    <div className={classes.line}>
      <p className={classes.said}>
        {action.what}
        {'\n'}
        <span className={classes.quiet}>
          {action.owner === ''
            ? t('complaint.change.byNobody', { due })
            : t('complaint.change.by', { owner: action.owner, due })}
        </span>
      </p>
      <span className={classes.extras}>
        <ActionState action={action} />
        {action.verdict === null && page.state !== 'closed' && page.deletedAt === null && (
          <Button size="xs" variant="subtle" onClick={() => setEditing(true)}>
            {t('complaint.change.edit')}
          </Button>
        )}
      </span>
      {isEditing && <ActionDialog page={page} action={action} onClose={() => setEditing(false)} />}
    </div>
  );
}

/** What we change, or why nothing. */
export function Improved({ page }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {page.actions.map((action) => (
        <ActionLine key={action.id} page={page} action={action} />
      ))}
      {page.noActionReason !== null && (
        <p className={classes.said}>
          {t('complaint.change.none', { reason: page.noActionReason })}
        </p>
      )}
    </>
  );
}
