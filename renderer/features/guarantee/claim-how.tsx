import { Button, Input, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { readAmount } from '#renderer/components/fields/read-field.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { CoveredLine } from '#shared/contract/guarantee.ts';
import type { ComplaintId } from '#shared/ids.ts';
import classes from './claim.module.css';
import {
  type ClaimDraft,
  type Claimer,
  decided,
  remediesFor,
  verdictsFor,
} from './claim-values.ts';

/** A claim that has been saved. */
export interface SavedClaim {
  readonly number: string;
  readonly complaintId: ComplaintId | null;
}

interface Props {
  readonly who: Claimer;
  readonly line: CoveredLine;
  readonly draft: ClaimDraft;
  onDraft(part: Partial<ClaimDraft>): void;
  onBack(): void;
  onSaved(claim: SavedClaim): void;
}

interface ChoiceProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  onChange(value: V): void;
}

function Choice<V extends string>({ label, value, choices, onChange }: ChoiceProps<V>) {
  const id = useId();
  return (
    <div>
      <Input.Label component="span" id={id}>
        {label}
      </Input.Label>
      <div>
        <SegmentedControl
          size="xs"
          aria-labelledby={id}
          value={value}
          data={[...choices]}
          onChange={onChange}
        />
      </div>
    </div>
  );
}

type DecisionProps = Pick<Props, 'line' | 'draft' | 'onDraft'>;

/** What the dates propose, and what we do: only what can be true is offered. */
function Decision({ line, draft, onDraft }: DecisionProps) {
  const { t } = useTranslation();
  const { verdict, remedy } = decided(draft, line.daysLeft);
  const remedies = remediesFor(verdict);
  return (
    <div className={classes.choices}>
      <Choice
        label={t('guarantee.how.verdict')}
        value={verdict}
        choices={verdictsFor(line.daysLeft).map((value) => ({
          value,
          label: t(`guarantee.verdict.${value}`),
        }))}
        onChange={(value) => onDraft({ verdict: value })}
      />
      {remedies.length > 1 ? (
        <Choice
          label={t('guarantee.how.remedy')}
          value={remedy}
          choices={remedies.map((value) => ({ value, label: t(`guarantee.remedy.${value}`) }))}
          onChange={(value) => onDraft({ remedy: value })}
        />
      ) : (
        <p className={classes.quiet}>
          {t(`guarantee.how.refused.${verdict === 'excluded' ? 'excluded' : 'expired'}`)}
        </p>
      )}
    </div>
  );
}

interface PromisedProps extends Pick<Props, 'draft' | 'onDraft'> {
  readonly costWrong: string | null;
}

/** Until when, and what it may cost; both may stay open. */
function Promised({ draft, onDraft, costWrong }: PromisedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const cost = readAmount(draft.cost, format.currency, format.language);
  return (
    <div className={classes.pair}>
      <DayField
        label={t('guarantee.how.promisedOn')}
        placeholder={t('guarantee.how.promisedOnExample')}
        clearable
        minDate={format.today}
        value={draft.promisedOn}
        onChange={(promisedOn) => onDraft({ promisedOn })}
      />
      <TextInput
        label={t('guarantee.how.cost')}
        placeholder={format.money(0)}
        value={draft.cost}
        error={costWrong}
        onChange={(event) => onDraft({ cost: event.currentTarget.value })}
        onBlur={() => {
          if (cost.ok && cost.value !== null) onDraft({ cost: format.money(cost.value) });
        }}
      />
    </div>
  );
}

const CHANNELS = ['visit', 'call', 'whatsapp', 'other'] as const;

function ComplaintFields({ draft, onDraft }: Pick<Props, 'draft' | 'onDraft'>) {
  const { t } = useTranslation();
  return (
    <div className={classes.choices}>
      <Switch
        size="xs"
        label={t('guarantee.how.asComplaint')}
        description={t('guarantee.how.asComplaintHint')}
        checked={draft.asComplaint}
        onChange={(event) => onDraft({ asComplaint: event.currentTarget.checked })}
      />
      {draft.asComplaint && (
        <Choice
          label={t('guarantee.how.channel')}
          value={draft.channel}
          choices={CHANNELS.map((value) => ({ value, label: t(`guarantee.channel.${value}`) }))}
          onChange={(channel) => onDraft({ channel })}
        />
      )}
    </div>
  );
}

/** Saves the claim; `problems` says which field is not right yet. */
function useSaveClaim({ who, line, draft, onSaved }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, isRunning, error } = useCommand('guarantee.claim');
  const [isTried, setTried] = useState(false);
  const cost = readAmount(draft.cost, format.currency, format.language);
  const problems = {
    problem: isTried && draft.problem.trim() === '' ? t('guarantee.how.problemMissing') : null,
    cost: isTried && !cost.ok ? t('guarantee.how.costWrong') : null,
  };
  const save = async () => {
    setTried(true);
    if (draft.problem.trim() === '' || !cost.ok) return;
    const { verdict, remedy } = decided(draft, line.daysLeft);
    const { customerId } = who;
    const { problem, promisedOn, channel, asComplaint } = draft;
    const result = await run(
      {
        ...{ customerId, saleLineId: line.saleLineId, problem, verdict, remedy, channel },
        ...{ asComplaint, promisedOn: remedy === 'none' ? null : promisedOn },
        costMinor: remedy === 'none' ? 0 : (cost.value ?? 0),
      },
      t('guarantee.claimSaved', { product: line.product }),
    );
    if (result.ok) onSaved(result.value);
  };
  return { save, isRunning, error, problems };
}

/** Step three: what is wrong, and what we do about it. */
export function ClaimHow(props: Props) {
  const { line, draft, onDraft, onBack } = props;
  const { t } = useTranslation();
  const { save, isRunning, error, problems } = useSaveClaim(props);
  const { remedy } = decided(draft, line.daysLeft);
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form
      className={classes.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Textarea
        data-autofocus
        label={t('guarantee.how.problem')}
        placeholder={t('guarantee.how.problemExample')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={draft.problem}
        error={problems.problem}
        onChange={(event) => onDraft({ problem: event.currentTarget.value })}
      />
      <Decision line={line} draft={draft} onDraft={onDraft} />
      {remedy !== 'none' && <Promised draft={draft} onDraft={onDraft} costWrong={problems.cost} />}
      <ComplaintFields draft={draft} onDraft={onDraft} />
      {error !== null && <ErrorState error={error} />}
      <div className={classes.foot}>
        <span className={classes.quiet}>{t('guarantee.how.keys')}</span>
        <Button onClick={onBack}>{t('app.back')}</Button>
        <Button type="submit" variant="filled" loading={isRunning}>
          {t('guarantee.how.save')}
        </Button>
      </div>
    </form>
  );
}
