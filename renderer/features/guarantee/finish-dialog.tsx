import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { readAmount } from '#renderer/components/fields/read-field.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ClaimRow } from '#shared/contract/guarantee.ts';
import classes from './claim.module.css';

interface Props {
  readonly claim: ClaimRow;
  onClose(): void;
}

function useFinish({ claim, onClose }: Props) {
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
  const writeInFull = () => {
    if (cost.ok && cost.value !== null) setText(format.money(cost.value));
  };
  return { text, setText, writeInFull, isWrong: isTried && !cost.ok, save, isRunning, error };
}

/** The thing is handed over: asks only what it came to. */
export function FinishDialog(props: Props) {
  const { claim, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { text, setText, writeInFull, isWrong, save, isRunning, error } = useFinish(props);
  return (
    <Dialog onClose={onClose} title={t('guarantee.finish.title', { number: claim.number })}>
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
          error={isWrong ? t('guarantee.how.costWrong') : null}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={writeInFull}
        />
        {claim.complaintNumber !== null && (
          <p className={classes.quiet}>
            {t('guarantee.finish.complaint', { number: claim.complaintNumber })}
          </p>
        )}
        <FormFoot
          save={t('guarantee.finish.save')}
          error={error}
          isRunning={isRunning}
          isSticky
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
