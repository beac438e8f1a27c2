import { Autocomplete, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnFields } from '#renderer/components/own-fields/use-own-fields.ts';
import type { DraftColumn } from '#shared/contract/imports-draft.ts';
import {
  fieldKey,
  longestFieldName,
  type OwnFieldType,
  ownFieldTypes,
} from '#shared/domain/own-fields/own-fields.ts';
import { configure } from '../import-work.ts';
import { columnName } from '../source-name.ts';
import classes from './columns.module.css';

interface Props {
  readonly sourceId: number;
  readonly column: DraftColumn;
  readonly own: NonNullable<DraftColumn['own']>;
}

/** Which field of the customer a column is kept as: one that is there, or a new one with what it holds. */
export function OwnFieldChoice({ sourceId, column, own }: Props) {
  const { t } = useTranslation();
  const fields = useOwnFields();
  const [typed, setTyped] = useState(own.name);
  const header = columnName(t, column);
  const save = (name: string, type?: OwnFieldType) => {
    const trimmed = name.trim();
    if (trimmed === '') return setTyped(own.name);
    const said = { name: trimmed, ...(type === undefined ? {} : { type }) };
    void configure({ sourceId, readings: { [column.index]: { own: said } } });
  };
  const leave = () => {
    if (fieldKey(typed) !== fieldKey(own.name)) save(typed, own.isNew ? own.type : undefined);
  };
  return (
    <fieldset className={classes.fieldset} aria-label={t('import.own.title', { header })}>
      <div className={classes.own}>
        <Autocomplete
          label={t('import.own.name')}
          maxLength={longestFieldName}
          data={fields.map(({ name }) => name)}
          value={typed}
          onChange={setTyped}
          onOptionSubmit={(name) => save(name)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave();
          }}
        />
        <Select
          label={t('import.own.type')}
          disabled={!own.isNew}
          data={ownFieldTypes.map((value) => ({ value, label: t(`customers.own.type.${value}`) }))}
          value={own.type}
          onChange={(type) => type !== null && save(own.name, type)}
        />
      </div>
    </fieldset>
  );
}
