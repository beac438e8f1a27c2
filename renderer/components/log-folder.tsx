import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/data/use-command.ts';
import { ErrorState } from './error-state.tsx';

/** Shows the folder of the log; where no program here shows folders, it says where the folder is. */
export function LogFolder() {
  const { t } = useTranslation();
  const open = useCommand('logs.open');
  const [place, setPlace] = useState<string | null>(null);
  const openIt = async () => {
    const result = await open.run({});
    if (!result.ok) return;
    const { isOpen, folder } = result.value;
    setPlace(isOpen ? null : t(folder === null ? 'app.log.none' : 'app.log.place', { folder }));
  };
  return (
    <>
      <Button size="xs" onClick={() => void openIt()}>
        {t('app.log.open')}
      </Button>
      <div role="status">{place}</div>
      {open.error !== null && <ErrorState error={open.error} />}
    </>
  );
}
