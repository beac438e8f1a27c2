import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { readDecimal } from '#renderer/components/fields/read-field.ts';
import { useDraft } from '#renderer/components/fields/use-draft.ts';
import { useSaved } from '#renderer/components/fields/use-saved.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';

interface Props {
  readonly of: 'sameCauseDays' | 'coolingMinutes' | 'proactiveDays' | 'lockAfterMinutes';
  readonly label: string;
  readonly hint: string;
  readonly unit: string;
  readonly range: { readonly from: number; readonly to: number };
  /** Said when what was typed is no whole number of the range. */
  readonly problem: string;
}

/** A setting that is a whole number with a unit. */
export function NumberRow({ of, label, hint, unit, range, problem }: Props) {
  const { settings } = useSettings();
  const saved = useSaved();
  const id = useId();
  const draft = useDraft<number>({
    value: settings[of],
    write: String,
    read: (text) => {
      const read = readDecimal(text, { ...range, digits: 0 });
      return read.ok && read.value !== null ? { ok: true, value: read.value } : { ok: false };
    },
    save: (value) => saved.save({ [of]: value }),
  });
  return (
    <SettingRow label={label} htmlFor={id} hint={hint} saved={saved}>
      <TextInput
        id={id}
        className={classes.short}
        inputMode="numeric"
        rightSection={<span className={classes.unit}>{unit}</span>}
        rightSectionPointerEvents="none"
        rightSectionWidth="4.5rem"
        error={draft.isWrong && problem}
        {...draft.input}
      />
    </SettingRow>
  );
}
