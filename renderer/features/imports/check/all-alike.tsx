import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProblemGroup } from '#shared/contract/imports.ts';
import type { DraftColumn, DraftSource } from '#shared/contract/imports-draft.ts';
import { useImport } from '../import-session.ts';
import { applyFix } from '../import-work.ts';
import { boundProblem, cut, groupsAlike, isNeeded } from '../problem-groups.ts';
import { hasChoices } from '../reading-text.ts';
import { columnName } from '../source-name.ts';
import classes from './check.module.css';

/** So many of the values are named in the sentence; the list beside it has all of them. */
const mostNamed = 8;

interface Props {
  readonly source: DraftSource;
  readonly group: ProblemGroup;
  readonly column: DraftColumn;
  /** What all would become; empty: nothing is chosen yet. */
  readonly to: string;
  onDone(): void;
}

/** One answer for all the values of a column that are not understood: each would be a question of its own. */
export function AllAlike({ source, group, column, to, onDone }: Props) {
  const { t } = useTranslation();
  const { work, report } = useImport();
  const groups = report === null ? [] : groupsAlike(report, group);
  const values = groups.flatMap(({ value }) => value ?? []);
  const [from, ...alike] = values;
  if (from === undefined || alike.length === 0 || boundProblem(group) !== undefined) return null;
  const rows = groups.reduce((sum, each) => sum + each.rows, 0);
  const said = {
    count: rows,
    values: values.length,
    list: values
      .slice(0, mostNamed)
      .map((value) => cut(value, 20))
      .concat(values.length > mostNamed ? ['…'] : [])
      .join(', '),
  };
  const apply = (value: string | null) => {
    onDone();
    const header = columnName(t, column);
    const { index, field } = column;
    void applyFix({ sourceId: source.id, column: index, field, header, from, alike, to: value });
  };
  return (
    <div className={classes.fix}>
      <p>{t('import.fix.alike', said)}</p>
      {hasChoices(column.field) && (
        <Button disabled={work !== null || to === ''} onClick={() => apply(to)}>
          {t('import.fix.useForAll', said)}
        </Button>
      )}
      {!isNeeded(column.field) && (
        <Button variant="subtle" disabled={work !== null} onClick={() => apply(null)}>
          {t('import.fix.leaveAllEmpty', said)}
        </Button>
      )}
    </div>
  );
}
