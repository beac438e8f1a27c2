import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { LANGUAGE_CHOICES } from '#renderer/components/fields/choices.ts';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { language as languages, shopSettings } from '#shared/contract/settings.ts';
import { SettingRow } from './setting-row.tsx';

const themes = shopSettings.shape.theme;

/** Language and colours; the whole window follows at once. */
export function LookSection() {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const language = useSaved();
  const theme = useSaved();
  const languageId = useId();
  const themeId = useId();
  return (
    <Card title={t('settings.look.title')}>
      <SettingRow label={t('settings.look.language')} labelId={languageId} saved={language}>
        <SegmentedControl
          aria-labelledby={languageId}
          data={[...LANGUAGE_CHOICES]}
          value={settings.language}
          onChange={(value) => void language.save({ language: languages.parse(value) })}
        />
      </SettingRow>
      <SettingRow label={t('settings.look.theme')} labelId={themeId} saved={theme}>
        <SegmentedControl
          aria-labelledby={themeId}
          data={themes.options.map((value) => ({
            value,
            label: t(`settings.look.themes.${value}`),
          }))}
          value={settings.theme}
          onChange={(value) => void theme.save({ theme: themes.parse(value) })}
        />
      </SettingRow>
    </Card>
  );
}
