import { SegmentedControl, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ImportReport, ProblemGroup } from '#shared/contract/imports.ts';
import { useImport } from '../import-session.ts';
import { takeFixBack } from '../import-work.ts';
import { groupKey, groupText } from '../problem-groups.ts';
import { sourceName } from '../source-name.ts';
import classes from './check.module.css';
import { OutcomeSign } from './count-tiles.tsx';
import { AppliedFixes, ProblemFix } from './problem-fix.tsx';
import { RowTable } from './row-table.tsx';
import type { ShownRows } from './use-shown-rows.ts';

function Groups({ shown }: { readonly shown: ShownRows }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { groups, group, showGroup } = shown;
  const key = group === null ? null : groupKey(group);
  const sources = useImport((state) => state.draft?.sources ?? []);
  const nameOf = (id: number) => {
    const source = sources.find((each) => each.id === id);
    return source === undefined ? '' : sourceName(source);
  };
  const isOfMany = (one: ProblemGroup) =>
    groups.some((each) => each.sourceId !== one.sourceId && each.problem === one.problem);
  return (
    <fieldset className={classes.groups} aria-label={t('import.check.groups')}>
      {groups.map((each) => (
        <button
          key={groupKey(each)}
          type="button"
          aria-pressed={groupKey(each) === key}
          onClick={() => showGroup(each)}
        >
          <OutcomeSign outcome={each.outcome} />
          <span>
            {groupText(t, each)}
            {isOfMany(each) && <small>{nameOf(each.sourceId)}</small>}
          </span>
          <span>{format.number(each.rows)}</span>
        </button>
      ))}
    </fieldset>
  );
}

function SourceChoice({ shown }: { readonly shown: ShownRows }) {
  const { t } = useTranslation();
  if (shown.sources.length < 2 || shown.source === null) return null;
  return (
    <div className={classes.sources}>
      <SegmentedControl
        size="xs"
        aria-label={t('import.check.source')}
        value={String(shown.source.id)}
        data={shown.sources.map((each) => ({ value: String(each.id), label: sourceName(each) }))}
        onChange={(value) => shown.showSource(Number(value))}
      />
    </div>
  );
}

interface Props {
  readonly report: ImportReport;
  readonly shown: ShownRows;
}

/** The rows of one source in a kind of problem, or in an outcome. */
function rowsOf({ report, shown }: Props) {
  const { tile, group, source } = shown;
  const ofSource = report.sources.find((each) => each.sourceId === source?.id);
  return {
    count: group?.rows ?? ofSource?.counts[tile] ?? 0,
    filter: {
      sourceId: source?.id ?? 0,
      outcome: group !== null || tile === 'read' ? null : tile,
      problem: group?.problem ?? null,
      value: group?.value ?? null,
    },
  };
}

/** What is shown, the fix for all of it while it is typed, and its rows. */
function ShownPart(props: Props) {
  const { shown } = props;
  const { group, source } = shown;
  const { t } = useTranslation();
  const [fix, setFix] = useState({ key: '', to: '' });
  const key = group === null ? '' : groupKey(group);
  const to = fix.key === key ? fix.to : '';
  const { count, filter } = rowsOf(props);
  return (
    <>
      {group === null ? <SourceChoice shown={shown} /> : <Groups shown={shown} />}
      {group !== null && source !== null && (
        <ProblemFix
          source={source}
          group={group}
          to={to}
          onChange={(next) => setFix({ key, to: next })}
        />
      )}
      {group?.problem === 'blank-row' ? null : source !== null && count > 0 ? (
        <RowTable
          source={source}
          filter={filter}
          blamed={group?.column ?? null}
          count={count}
          to={to}
        />
      ) : (
        <EmptyState title={t('import.check.noRows')} />
      )}
    </>
  );
}

/** Kinds of problem with their rows and one fix for all of them; or the rows of an outcome. */
export function CheckRows({ report, shown }: Props) {
  const { t } = useTranslation();
  const { tile, group, groups, onlyProblems } = shown;
  const hasGroups = groups.length > 0;
  return (
    <Card
      title={hasGroups && onlyProblems ? t('import.check.fixTitle') : t('import.check.rowsTitle')}
      count={t('import.check.rowCount', { count: group?.rows ?? report.counts[tile] })}
      padded={false}
      ruled
      actions={
        <Switch
          size="sm"
          label={t('import.check.onlyProblems')}
          labelPosition="right"
          checked={onlyProblems}
          onChange={(event) => shown.setOnlyProblems(event.currentTarget.checked)}
        />
      }
    >
      <AppliedFixes
        onTakeBack={(index) => {
          const applied = useImport.getState().fixes[index];
          if (applied !== undefined) void takeFixBack(applied);
        }}
      />
      {onlyProblems && !hasGroups ? (
        <EmptyState title={t('import.check.noProblems')} />
      ) : (
        <ShownPart report={report} shown={shown} />
      )}
    </Card>
  );
}
