import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { GuaranteePolicy } from '#shared/contract/guarantee.ts';
import { guaranteeEnd } from '#shared/domain/guarantee.ts';
import type { ProductId } from '#shared/ids.ts';
import { PlainWordsNotes } from './plain-words-notes.tsx';
import classes from './policy.module.css';
import { policyLines } from './policy-text.ts';

const MONTHS = { from: 0, to: 600 };
const DAYS = { from: 0, to: 366 };
const SERVICE_MONTHS = { from: 1, to: 120 };

/** The policy that is edited; without an id it is a new one of that product. */
export interface EditedPolicy {
  readonly id: number | null;
  readonly product: string;
  readonly policy: GuaranteePolicy;
}

/** A new policy: a year, for every sale. */
export function newPolicy(productId: ProductId, appliesFrom: string | null): GuaranteePolicy {
  return {
    ...{ productId, appliesFrom, months: 12, days: 0 },
    ...{ covers: '', excludes: '', howToClaim: '', serviceMonths: null },
  };
}

interface FieldsProps {
  readonly policy: GuaranteePolicy;
  /** The first field says so once saving was tried. */
  readonly coversMissing: boolean;
  onChange(part: Partial<GuaranteePolicy>): void;
}

function LengthFields({ policy, onChange }: Omit<FieldsProps, 'coversMissing'>) {
  const { t } = useTranslation();
  return (
    <div className={classes.trio}>
      <CountField
        data-autofocus
        clearable
        label={t('guarantee.policy.months')}
        range={MONTHS}
        value={policy.months}
        onChange={(months) => onChange({ months: months ?? 0 })}
      />
      <CountField
        clearable
        label={t('guarantee.policy.days')}
        range={DAYS}
        value={policy.days}
        onChange={(days) => onChange({ days: days ?? 0 })}
      />
      <CountField
        clearable
        label={t('guarantee.policy.service')}
        placeholder={t('guarantee.policy.noService')}
        range={SERVICE_MONTHS}
        value={policy.serviceMonths}
        onChange={(serviceMonths) => onChange({ serviceMonths })}
      />
    </div>
  );
}

function PolicyFields({ policy, coversMissing, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const words = (name: 'covers' | 'excludes' | 'howToClaim') => ({
    label: t(`guarantee.policy.${name}`),
    placeholder: t(`guarantee.policy.${name}Example`),
    autosize: true,
    minRows: 2,
    maxRows: 6,
    maxLength: name === 'howToClaim' ? 1000 : 2000,
    value: policy[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <LengthFields policy={policy} onChange={onChange} />
      <DayField
        label={t('guarantee.policy.appliesFrom')}
        placeholder={t('guarantee.policy.always')}
        clearable
        value={policy.appliesFrom}
        onChange={(appliesFrom) => onChange({ appliesFrom })}
      />
      <Textarea
        {...words('covers')}
        error={coversMissing ? t('guarantee.policy.coversMissing') : null}
      />
      <Textarea {...words('excludes')} />
      <Textarea {...words('howToClaim')} />
    </>
  );
}

function AsRead({ policy }: { readonly policy: GuaranteePolicy }) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = policyLines(t, format, policy);
  const hasLength = policy.months + policy.days > 0;
  const date = format.date(guaranteeEnd(format.today, policy));
  return (
    <figure className={classes.read}>
      <figcaption>{t('guarantee.read.title')}</figcaption>
      <blockquote>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </blockquote>
      {hasLength && <p className={classes.quiet}>{t('guarantee.read.example', { date })}</p>}
    </figure>
  );
}

function useSavePolicy({ id, product }: EditedPolicy, onClose: () => void) {
  const { t } = useTranslation();
  const save = useCommand('guarantee.savePolicy');
  const drop = useCommand('guarantee.deletePolicy');
  const [isTried, setTried] = useState(false);
  return {
    isTried,
    isRunning: save.isRunning || drop.isRunning,
    error: save.error ?? drop.error,
    save: async (policy: GuaranteePolicy) => {
      setTried(true);
      if (policy.covers.trim() === '') return;
      const result = await save.run({ id, policy }, t('guarantee.policy.saved', { product }));
      if (result.ok) onClose();
    },
    drop: async () => {
      if (id === null) return;
      const result = await drop.run({ id }, t('guarantee.policy.deleted', { product }));
      if (result.ok) onClose();
    },
  };
}

interface Props {
  readonly edited: EditedPolicy;
  onClose(): void;
}

/** What is promised about a product, with what the buyer reads and whether they will understand it. */
export function PolicyDialog({ edited, onClose }: Props) {
  const { t } = useTranslation();
  const [policy, setPolicy] = useState(edited.policy);
  const { isTried, isRunning, error, save, drop } = useSavePolicy(edited, onClose);
  return (
    <Dialog
      onClose={onClose}
      size={860}
      title={t('guarantee.policy.title', { product: edited.product })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      closeOnClickOutside={policy === edited.policy}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save(policy);
        }}
      >
        <div className={classes.fields}>
          <PolicyFields
            policy={policy}
            coversMissing={isTried && policy.covers.trim() === ''}
            onChange={(part) => setPolicy((now) => ({ ...now, ...part }))}
          />
        </div>
        <div className={classes.beside}>
          <AsRead policy={policy} />
          <PlainWordsNotes terms={policy} />
        </div>
        <div className={classes.foot}>
          {error !== null && <ErrorState error={error} />}
          {edited.id !== null && (
            <Button variant="subtle" onClick={() => void drop()} disabled={isRunning}>
              {t('guarantee.policy.delete')}
            </Button>
          )}
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="filled" loading={isRunning}>
            {t('app.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
