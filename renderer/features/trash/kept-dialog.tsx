import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import type { TrashKept } from '#shared/contract/trash/trash.ts';
import classes from './trash.module.css';
import { useWords } from './use-words.ts';

interface Props {
  readonly kept: TrashKept;
  onClose(): void;
}

/** What could not be put back, by name, and why. */
export function KeptDialog({ kept, onClose }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const { count, named } = kept;
  const more = count - named.length;
  return (
    <Dialog title={t('trash.kept.title', { count })} onClose={onClose}>
      <p>{t('trash.kept.lead')}</p>
      <ul className={classes.kept}>
        {named.map(({ kind, id, name, obstacle }) => (
          <li key={`${kind} ${id}`}>
            <b>{t('trash.kept.named', { what: t(`trash.one.${kind}`), name }).trim()}</b>
            {words.why(obstacle)}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('trash.kept.more', { count: more })}</p>}
      <div className={classes.buttons}>
        <Button variant="filled" data-autofocus onClick={onClose}>
          {t('trash.kept.close')}
        </Button>
      </div>
    </Dialog>
  );
}
