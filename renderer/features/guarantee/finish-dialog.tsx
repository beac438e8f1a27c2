import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { readAmount } from '#renderer/components/fields/read-field.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ClaimRow } from '#shared/contract/guarantee.ts';
import classes from './claim.module.css';

/** The thing is handed over: asks only what it came to. */
export function FinishDialog({ claim, onClose }: { readonly claim: ClaimRow; onClose(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, isRunning, error } = useCommand('guarantee.finishClaim');
  const [text, setText] = useState(claim.costMinor === 0 ? '' : format.money(claim.costMinor));
  const [isTried, setTried] = useState(false);
  const cost = readAmount(text, format.currency, format.language);
  const { id, number } = claim;
  const save = async () => {
    setTried(true);
    if (!cost.ok) return;
    const said = t('guarantee.finish.done', { number });
    const result = await run({ id, costMinor: cost.value ?? 0 }, said);
    if (result.ok) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('guarantee.finish.title', { number })}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t('guarantee.finish.lead', { name: claim.customerName })}</p>
        <TextInput
          data-autofocus
          label={t('guarantee.how.cost')}
          description={t('guarantee.finish.costHint')}
          placeholder={format.money(0)}
          value={text}
          error={isTried && !cost.ok ? t('guarantee.how.costWrong') : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {claim.complaintNumber !== null && (
          <p className={classes.quiet}>
            {t('guarantee.finish.complaint', { number: claim.complaintNumber })}
          </p>
        )}
        {error !== null && <ErrorState error={error} />}
        <div className={classes.foot}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="submit" variant="filled" loading={isRunning}>
            {t('guarantee.finish.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
