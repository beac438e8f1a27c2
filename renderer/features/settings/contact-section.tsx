import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { NumberRow } from './number-row.tsx';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';

const PROACTIVE = { from: 0, to: 60 };

/** When a new customer is contacted again, and whether the system reminds. */
export function ContactSection() {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const saved = useSaved();
  return (
    <Card title={t('settings.contact.title')}>
      <NumberRow
        of="proactiveDays"
        label={t('settings.contact.proactive')}
        hint={t('settings.contact.proactiveHint')}
        unit={t('settings.rules.days')}
        range={PROACTIVE}
        problem={t('settings.problem.days', PROACTIVE)}
      />
      <SettingRow
        label={t('settings.contact.notifies')}
        hint={t('settings.contact.notifiesHint')}
        saved={saved}
      >
        <Switch
          className={classes.switch}
          label={t('settings.contact.notifiesSwitch')}
          checked={settings.notifies}
          onChange={(event) => void saved.save({ notifies: event.currentTarget.checked })}
        />
      </SettingRow>
    </Card>
  );
}
