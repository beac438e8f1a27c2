import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { SettingRow } from '../setting-row.tsx';
import classes from '../settings.module.css';

/** How much lies in the trash, and the way there. */
export function TrashRow() {
  const { t } = useTranslation();
  const go = useGo();
  const { data } = useQuery('trash.counts', {});
  return (
    <SettingRow label={t('trash.title')} hint={t('trash.settings.hint')}>
      {data !== undefined && (
        <p className={classes.facts}>
          {data.all === 0 ? t('trash.empty.title') : t('trash.rows', { count: data.all })}
        </p>
      )}
      <div className={classes.buttons}>
        <Button size="xs" onClick={() => go('trash')}>
          {t('trash.settings.open')}
        </Button>
      </div>
    </SettingRow>
  );
}
