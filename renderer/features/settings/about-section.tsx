import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useSettings } from '#renderer/data/settings.ts';
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
    </Card>
  );
}
