import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftColumn } from '#shared/contract/imports-draft.ts';
import { useImport } from '../import-session.ts';
import { applyFix } from '../import-work.ts';
import { ERASED } from '../problem-groups.ts';
import { columnName } from '../source-name.ts';
import classes from './check.module.css';

interface Props {
  readonly sourceId: number;
  readonly column: DraftColumn;
}

/** People who asked to be erased stay out, unless a person says that they have come back. */
export function ErasedPeople({ sourceId, column }: Props) {
  const { t } = useTranslation();
  const isBusy = useImport((state) => state.work !== null);
  const take = () => {
    const { index, field } = column;
    const fix = { sourceId, column: index, field, header: columnName(t, column) };
    void applyFix({ ...fix, from: '', to: null, problem: ERASED, stands: true });
  };
  return (
    <div className={classes.fix}>
      <p>{t('import.fix.erasedHint')}</p>
      <Button disabled={isBusy} onClick={take}>
        {t('import.fix.takeErased')}
      </Button>
    </div>
  );
}
