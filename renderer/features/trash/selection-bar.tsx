import { Button, Kbd } from '@mantine/core';
import { IconArrowBackUp, IconTrashX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './trash.module.css';

interface Props {
  readonly count: number;
  readonly isRunning: boolean;
  onRestore(): void;
  onRemove(): void;
  onClear(): void;
}

/** Docked under the list while something is picked: what can be done with it. */
export function SelectionBar({ count, isRunning, onRestore, onRemove, onClear }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.selected}>
      <p role="status">
        <b>{t('trash.selected', { count })}</b>
      </p>
      <Button
        variant="filled"
        loading={isRunning}
        leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden="true" />}
        onClick={onRestore}
      >
        {t('trash.restore')}
      </Button>
      <Button
        leftSection={<IconTrashX size={16} stroke={1.75} aria-hidden="true" />}
        onClick={onRemove}
      >
        {t('trash.remove.button')}
      </Button>
      <Button variant="subtle" rightSection={<Kbd size="xs">Esc</Kbd>} onClick={onClear}>
        {t('trash.unselect')}
      </Button>
    </div>
  );
}
