import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useBackupTrouble } from '#renderer/components/backup-trouble.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { ProgressLine } from '#renderer/components/running/progress-line.tsx';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import classes from './backups.module.css';
import { CopiesCard } from './copies-card.tsx';
import { SecondCard } from './second-card.tsx';
import { SetAsideCard } from './set-aside-card.tsx';

/** Leads from a shop that is open and damaged to where what can be read of it is saved. */
function SaveWhatIsReadable() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const close = useCommand('restore.closeDamaged');
  const go = async () => {
    // What is shown is of a shop that is closed now.
    if ((await close.run({})).ok) await client.resetQueries();
  };
  return (
    <>
      <p>{t('backups.trouble.salvage')}</p>
      <Button size="xs" loading={close.isRunning} onClick={() => void go()}>
        {t('restore.salvage.read')}
      </Button>
      {close.error !== null && <ErrorState error={close.error} />}
    </>
  );
}

/** What is wrong, what that means, and what to do first. */
function Trouble() {
  const { t } = useTranslation();
  const trouble = useBackupTrouble();
  if (trouble === null) return null;
  return (
    <div className={classes.trouble} role="alert">
      <Sign kind="wrong" />
      <div>
        <p className={classes.what}>{trouble.text}</p>
        <p>{t(`backups.trouble.${trouble.kind}Next`)}</p>
        {trouble.kind === 'shop' && <SaveWhatIsReadable />}
      </div>
    </div>
  );
}

function useCheckText() {
  const { t } = useTranslation();
  return ({ isShopWhole, read, damaged }: Output<'backups.check'>) => {
    const copies =
      damaged.length > 0
        ? t('backups.checkedBad', { count: damaged.length })
        : t('backups.checkedAll', { count: read });
    return isShopWhole ? copies : `${t('backups.checkedShop')} ${copies}`;
  };
}

/** Makes a copy, or reads all of them again; one at a time, with how far it is. */
function Ways() {
  const { t } = useTranslation();
  const make = useTask('backups.make');
  const check = useTask('backups.check');
  const textOf = useCheckText();
  const { say } = useUndo();
  const makeNow = async () => {
    if ((await make.run({ cause: 'manual' })).ok) say(t('backups.made'));
  };
  const checkAll = async () => {
    const result = await check.run({ copies: 'all' });
    if (result.ok) say(textOf(result.value));
  };
  const running = [make, check].find((task) => task.isRunning);
  const error = make.error ?? check.error;
  return (
    <div className={classes.ways}>
      {running === undefined ? (
        <>
          <Button variant="filled" onClick={() => void makeNow()}>
            {t('backups.now')}
          </Button>
          <Button onClick={() => void checkAll()}>{t('backups.check')}</Button>
        </>
      ) : (
        <>
          <div className={classes.progress}>
            <ProgressLine
              progress={running.progress}
              label={t(running === make ? 'backups.making' : 'backups.checking')}
            />
          </div>
          <Button onClick={running.cancel}>{t('app.cancel')}</Button>
        </>
      )}
      {error !== null && <ErrorState error={error} />}
    </div>
  );
}

/** The copies of the shop: what there is, whether it is whole, and where else it lies. */
export function BackupsPage() {
  const { t } = useTranslation();
  const { isSample } = useSettings();
  return (
    <>
      <PageHeader title={t('backups.title')} lead={t('backups.lead')} />
      <Trouble />
      {isSample ? <p className={classes.note}>{t('backups.sample')}</p> : <Ways />}
      <div className={classes.cards}>
        <CopiesCard />
        {!isSample && <SecondCard />}
        {!isSample && <SetAsideCard />}
      </div>
    </>
  );
}
