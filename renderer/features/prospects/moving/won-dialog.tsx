import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import classes from '../prospects.module.css';
import { useRunMove } from './use-run-move.ts';

interface Props {
  readonly row: ProspectRow;
  onClose(): void;
}

/** What is won becomes a sale: now, with what is known of it, or later. */
export function WonDialog({ row, onClose }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const { run, error, isRunning } = useRunMove();
  const later = async () => {
    if ((await run(row, 'won', null)).ok) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('prospects.won.title', { title: row.title })}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          go(`/sales/new?prospect=${row.id}`);
        }}
      >
        <p>{t('prospects.won.lead')}</p>
        <FormFoot save={t('prospects.sell')} error={error} isRunning={false} onCancel={onClose}>
          <Button loading={isRunning} onClick={() => void later()}>
            {t('prospects.won.later')}
          </Button>
        </FormFoot>
      </form>
    </Dialog>
  );
}
