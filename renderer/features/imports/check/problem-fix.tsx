import { Button, Select, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ProblemGroup } from '#shared/contract/imports.ts';
import type { DraftColumn, DraftSource } from '#shared/contract/imports-draft.ts';
import { fieldType, isImportField, type WordType } from '#shared/domain/columns/fields.ts';
import { saleStatuses } from '#shared/domain/vocabulary/sales.ts';
import { type AppliedFix, useImport } from '../import-session.ts';
import { applyFix } from '../import-work.ts';
import { boundProblem, cut, ERASED, fixableValue, isNeeded, mayStand } from '../problem-groups.ts';
import { fixText, hasChoices, wordText, wordValues } from '../reading-text.ts';
import { columnName } from '../source-name.ts';
import { AllAlike } from './all-alike.tsx';
import classes from './check.module.css';
import { ErasedPeople } from './erased-people.tsx';
import { MonthFix } from './month-fix.tsx';
import { RowBelow } from './row-below.tsx';
import { SplitRows } from './split-rows.tsx';

/** Rows that are split, not values that are replaced. */
const QUOTED = 'row-in-quotes';

interface InputProps {
  readonly id: string;
  readonly field: string;
  readonly to: string;
  onChange(to: string): void;
}

function FixInput({ id, field, to, onChange }: InputProps) {
  const { t } = useTranslation();
  const { currency } = useFormat();
  const type = isImportField(field) ? fieldType(field) : 'text';
  const words = type in wordValues ? wordValues[type as WordType] : undefined;
  if (hasChoices(field)) {
    const data =
      type === 'status'
        ? saleStatuses.map((value) => ({ value, label: t(`import.status.${value}`) }))
        : (words?.map((value) => ({ value, label: wordText(t, type as WordType, value) })) ?? [
            { value: currency, label: currency },
          ]);
    return (
      <Select
        id={id}
        className={classes.input}
        data={data}
        placeholder={t('import.fix.choose')}
        value={to === '' ? null : to}
        onChange={(value) => onChange(value ?? '')}
      />
    );
  }
  return (
    <TextInput
      id={id}
      className={classes.input}
      type={type === 'date' ? 'date' : 'text'}
      maxLength={400}
      value={to}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What to know of a group that no one value can mend. */
function hintOf({ outcome, problem }: ProblemGroup): 'perRow' | 'skipped' | 'taken' | 'tooWide' {
  if (problem === 'row-too-wide') return 'tooWide';
  if (outcome === 'wrong') return 'perRow';
  return outcome === 'skipped' ? 'skipped' : 'taken';
}

interface StandProps {
  readonly source: DraftSource;
  readonly group: ProblemGroup;
  readonly column: DraftColumn;
}

/** The question that a doubted day is: right as it is, this one or all that are doubted like it? */
function Stand({ source, group, column }: StandProps) {
  const { t } = useTranslation();
  const { work, report } = useImport();
  const { problem, value } = group;
  const alike = (report?.problems ?? []).filter(
    (each) =>
      each.sourceId === source.id && each.problem === problem && each.column === column.index,
  );
  const rows = alike.reduce((sum, each) => sum + each.rows, 0);
  const stand = (from: string) => {
    const { index, field } = column;
    const header = columnName(t, column);
    const fix = { sourceId: source.id, column: index, field, header, from, to: from, problem };
    void applyFix({ ...fix, stands: true });
  };
  return (
    <>
      <Button disabled={work !== null} onClick={() => stand(value ?? '')}>
        {t('import.fix.stands', { count: group.rows })}
      </Button>
      {alike.length > 1 && (
        <Button variant="subtle" disabled={work !== null} onClick={() => stand('')}>
          {t('import.fix.allStand', { count: rows })}
        </Button>
      )}
    </>
  );
}

interface Props {
  readonly source: DraftSource;
  readonly group: ProblemGroup;
  readonly to: string;
  onChange(to: string): void;
}

/** What mends a group of rows: its own question, or one right value for all of them. */
export function ProblemFix(props: Props) {
  const { source, group } = props;
  const column = source.columns[group.column ?? -1];
  if (group.problem === QUOTED) return <SplitRows source={source} group={group} />;
  if (column !== undefined && group.problem === 'row-without-name')
    return <RowBelow sourceId={source.id} column={column} />;
  if (column !== undefined && group.problem === ERASED)
    return <ErasedPeople sourceId={source.id} column={column} />;
  if (column !== undefined && group.problem === 'day-without-month')
    return <MonthFix sourceId={source.id} column={column} />;
  const from = fixableValue(group);
  if (column === undefined || from === null) return <Hint group={group} />;
  return <ValueFix {...props} column={column} from={from} />;
}

/** What to do where no value can be put right here. */
function Hint({ group }: Pick<Props, 'group'>) {
  const { t } = useTranslation();
  return (
    <div className={classes.fix}>
      <p>{t(`import.fix.${hintOf(group)}`)}</p>
    </div>
  );
}

interface ValueProps extends Props {
  readonly column: DraftColumn;
  readonly from: string;
}

/** One right value for all rows of a group; seen in the rows before it is applied. */
function ValueFix({ source, group, to, onChange, column, from }: ValueProps) {
  const { t } = useTranslation();
  const id = useId();
  const isBusy = useImport((state) => state.work !== null);
  const header = columnName(t, column);
  const fix = (value: string | null) => {
    onChange('');
    const { index, field } = column;
    const problem = boundProblem(group);
    void applyFix({ sourceId: source.id, column: index, field, header, from, to: value, problem });
  };
  return (
    <>
      <form
        className={classes.fix}
        onSubmit={(event) => {
          event.preventDefault();
          if (to.trim() !== '' && !isBusy) fix(to.trim());
        }}
      >
        <label htmlFor={id}>
          {from === ''
            ? t('import.fix.emptyMeans', { header })
            : t('import.fix.valueMeans', { value: cut(from), header })}
        </label>
        <FixInput id={id} field={column.field} to={to} onChange={onChange} />
        <Button type="submit" disabled={to.trim() === '' || isBusy}>
          {t('import.fix.apply', { count: group.rows })}
        </Button>
        {mayStand(group, column.field) && <Stand source={source} group={group} column={column} />}
        {from !== '' && !isNeeded(column.field) && (
          <Button variant="subtle" disabled={isBusy} onClick={() => fix(null)}>
            {t('import.fix.leaveEmpty')}
          </Button>
        )}
      </form>
      <AllAlike
        source={source}
        group={group}
        column={column}
        to={to.trim()}
        onDone={() => onChange('')}
      />
    </>
  );
}

/** What a fix has done, in words. */
function FixDone({ fix, shown }: { readonly fix: AppliedFix; readonly shown: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { field, header, to, problem, stands, alike = [] } = fix;
  if (problem === 'row-without-name') return <>{t('import.fix.isBelow')}</>;
  if (problem === ERASED) return <>{t('import.fix.erasedTaken')}</>;
  if (problem === 'day-without-month' && stands === true)
    return <>{t('import.fix.isOfMonth', { header, month: to ?? '' })}</>;
  if (stands === true) return <>{t('import.fix.isRight', { header, from: shown })}</>;
  if (alike.length > 0) {
    const many = { header, count: alike.length + 1 };
    if (to === null) return <>{t('import.fix.areEmptyNow', many)}</>;
    const now = cut(fixText(t, format, field, to));
    return <>{t('import.fix.areNow', { ...many, to: now })}</>;
  }
  if (to === null) return <>{t('import.fix.isEmptyNow', { header, from: shown })}</>;
  const said = { header, from: shown, to: cut(fixText(t, format, field, to)) };
  return <>{t('import.fix.isNow', said)}</>;
}

/** Values that have been replaced so far, each to be taken back. */
export function AppliedFixes({ onTakeBack }: { onTakeBack(index: number): void }) {
  const { t } = useTranslation();
  const { fixes, work } = useImport();
  if (fixes.length === 0) return null;
  return (
    <ul className={classes.applied} aria-label={t('import.fix.applied')}>
      {fixes.map((fix, index) => {
        const { sourceId, column, from, problem, stands } = fix;
        const all = stands === true ? t('import.fix.all') : t('import.check.blank');
        const shown = from === '' ? all : cut(from);
        return (
          <li key={`${sourceId}:${column}:${from}:${problem ?? ''}`}>
            <span>
              {problem === QUOTED ? t('import.fix.areSplit') : <FixDone fix={fix} shown={shown} />}
            </span>
            <Button
              size="xs"
              variant="subtle"
              disabled={work !== null}
              aria-label={t('import.fix.takeBackOf', { from: shown })}
              onClick={() => onTakeBack(index)}
            >
              {t('import.fix.takeBack')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
