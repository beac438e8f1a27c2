import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { LogFolder } from '#renderer/components/log-folder.tsx';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';

const PROMISES = ['connection', 'saved', 'whole', 'copy', 'file', 'leave'] as const;

/** Version, and what the owner is promised. */
export function AboutSection() {
  const { t } = useTranslation();
  const { version } = useSettings();
  return (
    <Card title={t('settings.about.title')} count={t('settings.about.version', { version })}>
      <ul className={classes.promises}>
        {PROMISES.map((promise) => (
          <li key={promise}>
            <Sign kind="good" />
            {t(`settings.about.promises.${promise}`)}
          </li>
        ))}
      </ul>
      <SettingRow label={t('settings.about.log')} hint={t('settings.about.logHint')}>
        <LogFolder />
      </SettingRow>
    </Card>
  );
}
