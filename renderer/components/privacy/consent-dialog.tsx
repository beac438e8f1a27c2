import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ConsentFacts } from '#shared/contract/privacy/privacy.ts';
import { consentPurposes, consentWays } from '#shared/domain/vocabulary/privacy.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './privacy.module.css';

const ANSWERS = ['yes', 'no'] as const;

interface FieldsProps {
  readonly facts: ConsentFacts;
  set(change: Partial<ConsentFacts>): void;
}

function What({ facts, set }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        data-autofocus
        label={t('privacy.consent.purpose')}
        allowDeselect={false}
        value={facts.purpose}
        data={consentPurposes.map((value) => ({ value, label: t(`privacy.purpose.${value}`) }))}
        onChange={(value) => {
          const purpose = consentPurposes.find((one) => one === value);
          if (purpose !== undefined) set({ purpose });
        }}
      />
      {facts.purpose === 'other' && (
        <TextInput
          label={t('privacy.consent.words')}
          maxLength={200}
          value={facts.words}
          onChange={(event) => set({ words: event.currentTarget.value })}
        />
      )}
      <Select
        label={t('privacy.consent.said')}
        allowDeselect={false}
        value={facts.isGiven ? 'yes' : 'no'}
        data={ANSWERS.map((value) => ({ value, label: t(`privacy.consent.${value}`) }))}
        onChange={(value) => value !== null && set({ isGiven: value === 'yes' })}
      />
    </>
  );
}

function How({ facts, set }: FieldsProps) {
  const { t } = useTranslation();
  const { today } = useFormat();
  return (
    <>
      <div className={classes.pair}>
        <DayField
          label={t('privacy.consent.on')}
          value={facts.on}
          maxDate={today}
          onChange={(on) => on !== null && set({ on })}
        />
        <Select
          label={t('privacy.consent.way')}
          allowDeselect={false}
          value={facts.way}
          data={consentWays.map((value) => ({ value, label: t(`privacy.way.${value}`) }))}
          onChange={(value) => {
            const way = consentWays.find((one) => one === value);
            if (way !== undefined) set({ way });
          }}
        />
      </div>
      <Textarea
        label={t('privacy.consent.note')}
        autosize
        maxLength={2000}
        value={facts.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </>
  );
}

interface Props {
  readonly customerId: CustomerId;
  onClose(): void;
}

/** One more line of what a customer agreed to or took back. */
export function ConsentDialog({ customerId, onClose }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const add = useCommand('privacy.addConsent');
  const [facts, setFacts] = useState<ConsentFacts>({
    ...{ purpose: 'offers', words: '', isGiven: true, on: today, way: 'shop', note: '' },
  });
  const set = (change: Partial<ConsentFacts>) => setFacts({ ...facts, ...change });
  const save = async () => {
    const result = await add.run({ customerId, facts }, t('privacy.consent.saved'));
    if (result.ok) onClose();
  };
  return (
    <Dialog title={t('privacy.consent.first')} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <What facts={facts} set={set} />
        <How facts={facts} set={set} />
        <FormFoot error={add.error} isRunning={add.isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
