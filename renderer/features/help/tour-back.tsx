import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';

/** Puts the first week's list on Today again, for as long as it is not put away; not in the sample shop. */
export function TourBack() {
  const { t } = useTranslation();
  const { isSample } = useSettings();
  const go = useGo();
  const { run, isRunning, error } = useCommand('settings.update');
  if (isSample) return null;
  const bringBack = async () => {
    const result = await run({ tour: 'shown' });
    if (result.ok) go('today');
  };
  return (
    <>
      <Button disabled={isRunning} onClick={() => void bringBack()}>
        {t('help.tour.back')}
      </Button>
      {error !== null && <ErrorState error={error} />}
    </>
  );
}
