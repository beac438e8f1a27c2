import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { RestoreSteps } from '#renderer/components/restore/restore-steps.tsx';
import { useMoment } from '#renderer/components/restore/use-moment.ts';
import { useGoBack } from '#renderer/components/restore/use-restore.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './restore-page.module.css';

type Former = NonNullable<Output<'restore.state'>['undo']>;

/** What was restored last, and the way back from it. */
function FormerCard({ former }: { readonly former: Former }) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const moment = useMoment(settings.timeZone);
  const goBack = useGoBack();
  const [isGoing, setGoing] = useState(false);
  const go = async () => {
    setGoing(true);
    await goBack().finally(() => setGoing(false));
  };
  const { at, source, changes } = former;
  return (
    <Card
      title={t('restore.former.title')}
      actions={
        <Button size="xs" loading={isGoing} onClick={() => void go()}>
          {t('restore.former.goBack')}
        </Button>
      }
    >
      <p>
        {t('restore.former.text', { when: moment(at), source })}{' '}
        {changes === 0
          ? t('restore.former.unchanged')
          : t('restore.former.changes', { count: changes })}
      </p>
    </Card>
  );
}

/** How a shop goes back to one of its copies, or to one from anywhere. */
export function RestorePage() {
  const { t } = useTranslation();
  const { settings, isSample } = useSettings();
  const { data, error } = useQuery('restore.state', {});
  // A row of the list of backups leads here: `#/settings/restore?copy=<its file>`.
  const first = new URLSearchParams(useSearch()).get('copy');
  return (
    <>
      <PageHeader title={t('restore.title')} lead={t('restore.lead')} />
      {isSample && <EmptyState title={t('restore.sample')} />}
      {error !== null && <ErrorState error={error.error} />}
      {!isSample && data !== undefined && (
        <div className={classes.cards}>
          {data.undo !== null && <FormerCard former={data.undo} />}
          <Card title={t('restore.choose')}>
            {data.copies.length === 0 && <p>{t('restore.none')}</p>}
            <RestoreSteps
              copies={data.copies}
              timeZone={settings.timeZone}
              first={first}
              onRestored={() => undefined}
            />
          </Card>
        </div>
      )}
    </>
  );
}
