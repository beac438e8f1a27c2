import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftColumn } from '#shared/contract/imports-draft.ts';
import { useImport } from '../import-session.ts';
import { applyFix } from '../import-work.ts';
import { columnName } from '../source-name.ts';
import classes from './check.module.css';

interface Props {
  readonly sourceId: number;
  readonly column: DraftColumn;
}

/** Rows without a name below a customer: their own, unless a person says that they go on with the one above. */
export function RowBelow({ sourceId, column }: Props) {
  const { t } = useTranslation();
  const isBusy = useImport((state) => state.work !== null);
  const join = () => {
    const { index, field } = column;
    const fix = { sourceId, column: index, field, header: columnName(t, column) };
    void applyFix({ ...fix, from: '', to: null, problem: 'row-without-name', stands: true });
  };
  return (
    <div className={classes.fix}>
      <p>{t('import.fix.belowHint')}</p>
      <Button disabled={isBusy} onClick={join}>
        {t('import.fix.below')}
      </Button>
    </div>
  );
}
