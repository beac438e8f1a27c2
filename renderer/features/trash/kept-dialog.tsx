import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import type { TrashKept } from '#shared/contract/trash/trash.ts';
import { KeptList } from './kept-list.tsx';
import classes from './trash.module.css';

interface Props {
  readonly kept: TrashKept;
  onClose(): void;
}

/** What could not be put back, by name, and why. */
export function KeptDialog({ kept, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('trash.kept.title', { count: kept.count })} onClose={onClose}>
      <div className={classes.weighed}>
        <p>{t('trash.kept.lead')}</p>
        <KeptList kept={kept} />
      </div>
      <div className={classes.buttons}>
        <Button variant="filled" data-autofocus onClick={onClose}>
          {t('trash.kept.close')}
        </Button>
      </div>
    </Dialog>
  );
}
