import { Button } from '@mantine/core';
import { IconFileImport, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useImport } from './import-session.ts';
import { chooseFiles, startWithSample } from './import-work.ts';
import { LayoutsCard } from './layouts/layouts-card.tsx';
import { PastImports } from './past-imports.tsx';
import classes from './start.module.css';
import { WorkPanel } from './work-panel.tsx';

function DropZone() {
  const { t } = useTranslation();
  return (
    <section className={classes.drop} aria-labelledby="import-drop">
      <IconFileImport size={40} stroke={1.5} aria-hidden="true" />
      <h2 id="import-drop">{t('import.drop.title')}</h2>
      <p>{t('import.drop.text')}</p>
      <div className={classes.ways}>
        <Button variant="filled" onClick={() => void chooseFiles()}>
          {t('import.drop.choose')}
        </Button>
        <Button onClick={() => void startWithSample()}>{t('import.drop.sample')}</Button>
      </div>
      <p className={classes.safe}>
        <IconLock size={14} stroke={1.75} aria-hidden="true" />
        {t('import.drop.safe')}
      </p>
    </section>
  );
}

/** The door: drop or choose files, try it with the sample's, and what was imported before. */
export function ImportStart() {
  const { t } = useTranslation();
  const { work, error, stopped } = useImport();
  return (
    <>
      <PageHeader title={t('import.title')} lead={t('import.lead')} />
      <div className={classes.start}>
        {error !== null && <ErrorState error={error} />}
        {stopped && (
          <p role="status">
            <StatusBadge kind="waiting">{t('import.work.cancelled')}</StatusBadge>
          </p>
        )}
        {work === null ? (
          <DropZone />
        ) : (
          <section className={classes.drop}>
            <WorkPanel isAlone />
          </section>
        )}
        <PastImports />
        <LayoutsCard />
      </div>
    </>
  );
}
