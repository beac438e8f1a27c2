import { Button, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftColumn } from '#shared/contract/imports-draft.ts';
import { useImport } from '../import-session.ts';
import { applyFix } from '../import-work.ts';
import { columnName } from '../source-name.ts';
import classes from './check.module.css';

const PROBLEM = 'day-without-month';

interface Props {
  readonly sourceId: number;
  readonly column: DraftColumn;
}

/** The month that all bare days of a column are of: one answer for the whole sheet. */
export function MonthFix({ sourceId, column }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [month, setMonth] = useState('');
  const { work, report } = useImport();
  const rows = (report?.problems ?? [])
    .filter(
      (group) =>
        group.sourceId === sourceId && group.problem === PROBLEM && group.column === column.index,
    )
    .reduce((sum, group) => sum + group.rows, 0);
  const apply = () => {
    const { index, field } = column;
    const fix = { sourceId, column: index, field, header: columnName(t, column) };
    void applyFix({ ...fix, from: '', to: month, problem: PROBLEM, stands: true });
  };
  return (
    <form
      className={classes.fix}
      onSubmit={(event) => {
        event.preventDefault();
        if (month !== '' && work === null) apply();
      }}
    >
      <label htmlFor={id}>{t('import.fix.whichMonth')}</label>
      <TextInput
        id={id}
        className={classes.input}
        type="month"
        value={month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      <Button type="submit" disabled={month === '' || work !== null}>
        {t('import.fix.apply', { count: rows })}
      </Button>
    </form>
  );
}
