import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '#renderer/components/fields/use-draft.ts';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { SettingRow } from './setting-row.tsx';

interface Props {
  readonly of: 'replyName' | 'replyContact';
  readonly label: string;
  readonly hint?: string;
  readonly letters: number;
}

/** A setting that is a line of text. */
export function TextRow({ of, label, hint, letters }: Props) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const saved = useSaved();
  const id = useId();
  const draft = useDraft<string>({
    value: settings[of],
    write: (value) => value,
    read: (text) =>
      text.trim().length <= letters ? { ok: true, value: text.trim() } : { ok: false },
    save: (value) => saved.save({ [of]: value }),
  });
  return (
    <SettingRow label={label} htmlFor={id} hint={hint} saved={saved}>
      <TextInput
        id={id}
        error={draft.isWrong && t('settings.problem.long', { letters })}
        {...draft.input}
      />
    </SettingRow>
  );
}
