import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ProgressLine } from '#renderer/components/running/progress-line.tsx';
import { StopsRunning } from '#renderer/components/running/stops-running.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { BackupEntry } from '#shared/contract/backups.ts';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';
import { TrashDaysRow } from './trash/days-row.tsx';
import { TrashRow } from './trash/trash-row.tsx';

function FolderRow() {
  const { t } = useTranslation();
  const { dataFolder, syncedBy, isSample } = useSettings();
  const open = useCommand('settings.openDataFolder');
  const move = useCommand('settings.moveDataFolder');
  const { say } = useUndo();
  const moveIt = async () => {
    const result = await move.run({});
    if (!result.ok || result.value === null) return;
    say(t('settings.data.moved', { keptAt: result.value.keptAt }));
  };
  const error = move.error ?? open.error;
  return (
    <SettingRow
      label={t('settings.data.folder')}
      hint={t(isSample ? 'settings.data.sample' : 'settings.data.moveHint')}
    >
      <p className={classes.path}>{dataFolder}</p>
      {syncedBy !== null && (
        <p className={classes.warning}>
          {syncedBy === 'network'
            ? t('settings.data.network')
            : t('settings.data.synced', { name: syncedBy })}
        </p>
      )}
      <div className={classes.buttons}>
        <Button size="xs" onClick={() => void open.run({})}>
          {t('settings.data.open')}
        </Button>
        {!isSample && (
          <Button size="xs" loading={move.isRunning} onClick={() => void moveIt()}>
            {t('settings.data.move')}
          </Button>
        )}
      </div>
      {!isSample && <StopsRunning />}
      {error !== null && error.code !== 'CANCELLED' && <ErrorState error={error} />}
    </SettingRow>
  );
}

function LastBackup({ last, count }: { readonly last: BackupEntry; readonly count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = format.dayOf(last.madeAt);
  const time = format.time(last.madeAt);
  const when = day === format.today ? t('app.today', { time }) : `${format.date(day)} ${time}`;
  return (
    <>
      <StatusBadge kind="good">{t('settings.data.backupLast', { when })}</StatusBadge>
      <p className={classes.facts}>
        {t('settings.data.backupFacts', {
          customers: t('settings.data.customers', { count: last.customers }),
          sales: t('settings.data.sales', { count: last.sales }),
          copies: t('settings.data.copies', { count }),
        })}
      </p>
    </>
  );
}

function BackupRow() {
  const { t } = useTranslation();
  const { isSample } = useSettings();
  const { data } = useQuery('backups.last', {});
  const make = useTask('backups.make');
  const { say } = useUndo();
  const makeNow = async () => {
    const result = await make.run({ cause: 'manual' });
    if (result.ok) say(t('settings.data.backupMade', { file: result.value.fileName }));
  };
  return (
    <SettingRow label={t('settings.data.backup')} hint={t('settings.data.backupHint')}>
      {data !== undefined && data.last !== null && (
        <LastBackup last={data.last} count={data.count} />
      )}
      {data !== undefined && data.last === null && (
        <StatusBadge kind="waiting">{t('settings.data.backupNone')}</StatusBadge>
      )}
      <div className={classes.buttons}>
        {make.isRunning && (
          <div className={classes.progress}>
            <ProgressLine progress={make.progress} label={t('settings.data.backupNow')} />
          </div>
        )}
        {!make.isRunning && !isSample && (
          <Button size="xs" onClick={() => void makeNow()}>
            {t('settings.data.backupNow')}
          </Button>
        )}
        <Button size="xs" component={Link} href={addressOf('restore')}>
          {t('settings.data.restore')}
        </Button>
        <Link href={addressOf('backups')}>{t('settings.data.backupAll')}</Link>
      </div>
      {make.error !== null && <ErrorState error={make.error} />}
    </SettingRow>
  );
}

/** What was done with the data. */
function ChangesRow() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <SettingRow label={t('history.page.title')} hint={t('history.page.hint')}>
      <div className={classes.buttons}>
        <Button size="xs" onClick={() => go('changes')}>
          {t('history.page.open')}
        </Button>
      </div>
    </SettingRow>
  );
}

/** What customers agreed to, what was handed out, who was erased. */
function PrivacyRow() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <SettingRow label={t('privacy.page.title')} hint={t('privacy.page.settings')}>
      <div className={classes.buttons}>
        <Button size="xs" onClick={() => go('privacy')}>
          {t('privacy.page.open')}
        </Button>
      </div>
    </SettingRow>
  );
}

/** Where the data lies, the copies of it, and what was done with it. */
export function DataSection() {
  const { t } = useTranslation();
  return (
    <Card title={t('settings.data.title')}>
      <FolderRow />
      <BackupRow />
      <TrashRow />
      <TrashDaysRow />
      <ChangesRow />
      <PrivacyRow />
    </Card>
  );
}
