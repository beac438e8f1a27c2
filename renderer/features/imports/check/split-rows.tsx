import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProblemGroup } from '#shared/contract/imports.ts';
import type { DraftSource } from '#shared/contract/imports-draft.ts';
import { useImport } from '../import-session.ts';
import { applyFix } from '../import-work.ts';
import { columnName } from '../source-name.ts';
import classes from './check.module.css';

interface Props {
  readonly source: DraftSource;
  readonly group: ProblemGroup;
}

/** Rows of which the whole stands in one pair of quotes: offers to split them into their columns. */
export function SplitRows({ source, group }: Props) {
  const { t } = useTranslation();
  const isBusy = useImport((state) => state.work !== null);
  const column = source.columns[0];
  if (column === undefined) return null;
  const { problem, rows } = group;
  const split = () => {
    const { index, field } = column;
    const header = columnName(t, column);
    const fix = {
      sourceId: source.id,
      column: index,
      field,
      header,
      from: '',
      to: 'split',
      problem,
    };
    void applyFix(fix);
  };
  return (
    <div className={classes.fix}>
      <p>{t('import.fix.quotedHint')}</p>
      <Button disabled={isBusy} onClick={split}>
        {t('import.fix.split', { count: rows })}
      </Button>
    </div>
  );
}
