import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { discard } from './import-work.ts';
import classes from './start.module.css';

/** Throws the import under way away, after asking: the choices made for it are lost. */
export function DiscardButton({ isHeld }: { readonly isHeld: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" disabled={isHeld} onClick={() => setOpen(true)}>
        {t('import.foot.discard')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('import.foot.discardTitle')}>
        <div className={classes.modal}>
          <p>{t('import.foot.discardText')}</p>
          <div className={classes.ways}>
            <Button data-autofocus onClick={() => setOpen(false)}>
              {t('import.foot.discardKeep')}
            </Button>
            <Button variant="filled" onClick={() => void discard()}>
              {t('import.foot.discard')}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
