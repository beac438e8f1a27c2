import { Progress } from '@mantine/core';
import { IconKeyboard, IconLanguage, IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useBackupTrouble } from '#renderer/components/backup-trouble.ts';
import { KEYS } from '#renderer/components/keys/keys.ts';
import { doneText, timeLeftText } from '#renderer/components/running/progress-line.tsx';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { cancelTask } from '#renderer/data/use-task.ts';
import { type RunningTask, useTasks } from '#renderer/state/tasks.ts';
import { useUi } from '#renderer/state/ui.ts';
import { textOf } from '../base/i18n.ts';
import { routes } from '../base/routes.ts';
import classes from './status-line.module.css';
import { useSwitches } from './use-switches.ts';

function Safety() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('backups.last', {});
  const trouble = useBackupTrouble();
  if (trouble !== null) {
    return (
      <span role="status">
        <Link href={routes.backups} className={classes.trouble}>
          <Sign kind="wrong" />
          <span className={classes.name}>{trouble.text}</span>
        </Link>
      </span>
    );
  }
  if (data === undefined) return <span />;
  if (data.last === null) {
    return (
      <span>
        <Link href={routes.backups}>
          <Sign kind="waiting" />
          {t('app.safeNone')}
        </Link>
      </span>
    );
  }
  const { madeAt } = data.last;
  const day = format.dayOf(madeAt);
  const time = format.time(madeAt);
  const when = day === format.today ? t('app.today', { time }) : `${format.date(day)} ${time}`;
  return (
    <span className={classes.safe}>
      <Link href={routes.backups}>
        <Sign kind="good" />
        {t('app.safe', { when })}
      </Link>
    </span>
  );
}

function Running({ task }: { readonly task: RunningTask }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { progress } = task;
  const share = progress === null || progress.total <= 0 ? 0 : progress.done / progress.total;
  const phase = progress === null ? t('app.loading') : textOf(t, 'phase', progress.phase);
  const name = task.title === null ? phase : `${phase}: ${task.title}`;
  return (
    <span className={classes.task}>
      <span className={classes.name}>{name}</span>
      <Progress.Root size={4} className={classes.bar}>
        <Progress.Section value={Math.min(100, share * 100)} aria-label={name} />
      </Progress.Root>
      {progress !== null && (
        <span className={classes.figures}>
          {[doneText(t, progress, format.percent(share)), timeLeftText(t, progress)]
            .filter((text) => text !== '')
            .join(', ')}
        </span>
      )}
      <button type="button" onClick={() => void cancelTask(task.callId)}>
        {t('app.cancel')}
      </button>
    </span>
  );
}

/** The quiet line at the bottom: data safe, what runs, everything stays here, the language. */
export function StatusLine() {
  const { t } = useTranslation();
  const running = useTasks((state) => state.running);
  const { settings } = useSettings();
  const { switchLanguage } = useSwitches();
  const setKeysOpen = useUi((state) => state.setKeysOpen);
  const shown = running.find((task) => task.progress !== null);
  return (
    <footer className={classes.status}>
      <Safety />
      {shown !== undefined && <Running task={shown} />}
      <span className={classes.here}>
        <IconWifiOff size={14} stroke={1.75} aria-hidden="true" />
        {t('app.allHere')}
      </span>
      <button
        type="button"
        title={t('app.keysWith', { key: KEYS.everywhere.keys[0] })}
        onClick={() => setKeysOpen(true)}
      >
        <IconKeyboard size={14} stroke={1.75} aria-hidden="true" />
        {t('keys.title')}
      </button>
      <button type="button" title={t('app.switchLanguage')} onClick={switchLanguage}>
        <IconLanguage size={14} stroke={1.75} aria-hidden="true" />
        <span lang={settings.language}>{t('app.language')}</span>
      </button>
    </footer>
  );
}
