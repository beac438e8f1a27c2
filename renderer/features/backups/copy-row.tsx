import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { routes, useGo } from '#renderer/base/routes.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ProgressLine } from '#renderer/components/running/progress-line.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { BackupCopy } from '#shared/contract/backups.ts';
import classes from './backups.module.css';

const MB = 1_000_000;

function State({ copy }: { readonly copy: BackupCopy }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (copy.isWhole) {
    const when = format.moment(copy.comparedAt);
    return (
      <>
        <StatusBadge kind="good">{t('backups.whole')}</StatusBadge>
        <span className={classes.sub}>{t('backups.compared', { when })}</span>
      </>
    );
  }
  return (
    <>
      <StatusBadge kind="wrong">{t('backups.damaged')}</StatusBadge>
      <span className={classes.sub}>{t('backups.damagedHint')}</span>
    </>
  );
}

/** One copy: when and why it was made, what is in it, whether it is whole, and where else it can go. */
export function CopyRow({ copy }: { readonly copy: BackupCopy }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { isSample } = useSettings();
  const go = useGo();
  const save = useTask('backups.saveTo');
  const { say } = useUndo();
  const when = format.moment(copy.madeAt);
  const { fileName, customers, sales } = copy;
  const saveIt = async () => {
    const result = await save.run({ fileName });
    if (result.ok && result.value !== null) say(t('backups.saved', { path: result.value.path }));
  };
  return (
    <tr>
      <th scope="row">{when}</th>
      <td>{t(`backups.cause.${copy.cause}`)}</td>
      <td className={classes.n}>{t('backups.size', { mb: format.number(copy.bytes / MB, 1) })}</td>
      <td>
        {t('settings.data.customers', { count: customers })},{' '}
        {t('settings.data.sales', { count: sales })}
      </td>
      <td>
        <State copy={copy} />
      </td>
      <td className={classes.actions}>
        {copy.isWhole && !save.isRunning && (
          <Button
            size="xs"
            aria-label={t('backups.saveOf', { when })}
            onClick={() => void saveIt()}
          >
            {t('backups.save')}
          </Button>
        )}
        {copy.isWhole && !isSample && (
          <Button
            size="xs"
            aria-label={t('backups.goBackTo', { when })}
            onClick={() => go(`${routes.restore}?copy=${encodeURIComponent(fileName)}`)}
          >
            {t('backups.goBack')}
          </Button>
        )}
        {save.isRunning && <ProgressLine progress={save.progress} label={t('backups.saving')} />}
        {save.error !== null && <ErrorState error={save.error} />}
      </td>
    </tr>
  );
}
