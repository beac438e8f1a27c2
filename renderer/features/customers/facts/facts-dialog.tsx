import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import type { CustomerProfile } from '#shared/contract/customers.ts';
import { AddressFields, ContactFields } from './contact-fields.tsx';
import classes from './facts-dialog.module.css';
import { KnownFields } from './known-fields.tsx';
import { OwnFields } from './own-fields.tsx';
import { useFactsForm } from './use-facts-form.ts';
import { WhoFields } from './who-fields.tsx';

interface Props {
  readonly profile: CustomerProfile;
  onClose(): void;
  /** What follows once it is saved, where others come after; absent: it closes. */
  onSaved?(): void;
  /** Where one of many is put right: which, and the way past it. */
  readonly turn?: ReactNode;
}

/** All facts of a customer in one form; what somebody else changed meanwhile is never overwritten. */
export function FactsDialog({ profile, onClose, onSaved = onClose, turn }: Props) {
  const { t } = useTranslation();
  const { form, submit, showLatest, isRunning, error } = useFactsForm(profile, onSaved);
  const isDirty = form.isDirty();
  return (
    <Dialog
      onClose={onClose}
      title={t('customer.editFacts')}
      size="xl"
      closeOnEscape={!isDirty}
      closeOnClickOutside={!isDirty}
    >
      <form className={classes.form} noValidate onSubmit={submit}>
        {turn}
        <WhoFields form={form} profile={profile} />
        <ContactFields form={form} />
        <AddressFields form={form} />
        <KnownFields form={form} />
        <OwnFields form={form} />
        <FormFoot error={error} isRunning={isRunning} isSticky onCancel={onClose}>
          {error === null && isDirty && <p className={classes.unsaved}>{t('customer.unsaved')}</p>}
          {error?.code === 'CONFLICT' && (
            <Button onClick={showLatest}>{t('customer.showLatest')}</Button>
          )}
        </FormFoot>
      </form>
    </Dialog>
  );
}
