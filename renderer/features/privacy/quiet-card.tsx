import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { SavedNote } from '#renderer/components/fields/saved-note.tsx';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { QuietLine } from '#renderer/components/privacy/quiet-line.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import { quietYears as offered } from '#shared/domain/vocabulary/privacy.ts';
import classes from './privacy-page.module.css';

const NEVER = 'never';

/** After how long customers who had nothing with the shop are to be looked at, and how many those are. */
export function QuietCard() {
  const { t } = useTranslation();
  const { quietYears } = useSettings().settings;
  const saved = useSaved();
  const choices = offered.map((years) => ({
    value: String(years),
    label: t('privacy.quiet.years', { count: years }),
  }));
  const save = (value: string | null) => {
    const years = offered.find((one) => String(one) === value) ?? null;
    if (years !== null || value === NEVER) void saved.save({ quietYears: years });
  };
  return (
    <Card title={t('privacy.quiet.title')}>
      <p>{t('privacy.quiet.hint')}</p>
      <Select
        className={classes.years}
        label={t('privacy.quiet.setting')}
        allowDeselect={false}
        data={[{ value: NEVER, label: t('privacy.quiet.never') }, ...choices]}
        value={quietYears === null ? NEVER : String(quietYears)}
        onChange={save}
      />
      <SavedNote saved={saved} />
      <QuietLine />
    </Card>
  );
}
