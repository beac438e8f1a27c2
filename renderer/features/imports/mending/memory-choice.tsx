import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RuleMemory } from '#shared/contract/imports/steps.ts';
import { ruleMemory } from '#shared/contract/imports/steps.ts';
import { useImport } from '../import-session.ts';
import classes from './mending.module.css';

interface Props {
  /** Of what it is said, for who does not see where it stands. */
  readonly label: string;
  readonly value: RuleMemory;
  readonly options?: readonly RuleMemory[];
  /** The rule is from the last file: not to remember it is to forget it. */
  readonly isKnown?: boolean;
  onChange(memory: RuleMemory): void;
}

/** What is done with a rule when the next file of the same titles comes. */
export function MemoryChoice(props: Props) {
  const { label, value, options = ruleMemory.options, isKnown = false, onChange } = props;
  const { t } = useTranslation();
  const isBusy = useImport((state) => state.work !== null);
  return (
    <Select
      size="xs"
      className={classes.memory}
      aria-label={label}
      allowDeselect={false}
      disabled={isBusy}
      data={options.map((each) => ({
        value: each,
        label: t(isKnown && each === 'no' ? 'import.mend.noMore' : `import.mend.next.${each}`),
      }))}
      value={value}
      onChange={(next) => {
        const found = ruleMemory.safeParse(next);
        if (found.success && found.data !== value) onChange(found.data);
      }}
    />
  );
}
