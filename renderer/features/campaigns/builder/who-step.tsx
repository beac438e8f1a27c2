import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NamedRecord } from '#shared/contract/segments/segments.ts';
import classes from '../campaigns.module.css';
import { Whom } from '../fields/whom.tsx';
import type { Building } from './use-builder.ts';

interface Props {
  readonly building: Building;
  readonly records: readonly NamedRecord[];
}

/** What it is called, what it is for, and whom it goes to. */
export function WhoStep({ building, records }: Props) {
  const { t } = useTranslation();
  const { facts, change } = building;
  return (
    <div className={classes.steps}>
      <div className={classes.form}>
        <TextInput
          label={t('campaigns.name')}
          placeholder={t('campaigns.nameExample')}
          maxLength={80}
          value={facts.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('campaigns.goal')}
          placeholder={t('campaigns.goalExample')}
          maxLength={400}
          value={facts.goal}
          onChange={(event) => change({ goal: event.currentTarget.value })}
        />
      </div>
      <Whom whose={facts} records={records} onChange={change} />
    </div>
  );
}
