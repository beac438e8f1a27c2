import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { NamedRecord } from '#shared/contract/segments/segments.ts';
import { ConditionRow } from './condition-row.tsx';
import { conditionOf, type DraftGroup, type DraftPart, isDraftGroup } from './draft.ts';
import classes from './segments.module.css';
import type { DraftChange } from './use-draft.ts';

export type Counted = Output<'segments.count'>;

interface Props {
  readonly edit: DraftChange;
  readonly records: readonly NamedRecord[];
  /** Null: not counted yet. */
  readonly counted: Counted | null;
}

interface MatchProps {
  readonly value: 'all' | 'any';
  onChange(match: 'all' | 'any'): void;
}

function Match({ value, onChange }: MatchProps) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('segments.match')}
      data={(['all', 'any'] as const).map((match) => ({
        value: match,
        label: t(`segments.${match}`),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

function AddButton({ text, onClick }: { readonly text: string; onClick(): void }) {
  return (
    <Button
      size="xs"
      variant="subtle"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={onClick}
    >
      {text}
    </Button>
  );
}

type CountedPart = Counted['parts'][number];

interface GroupProps extends Omit<Props, 'counted'> {
  readonly group: DraftGroup;
  readonly counted: CountedPart | null;
}

/** Those of the lines that are finished have a count, in their order. */
function countsOf(rows: DraftGroup['rows'], counts: readonly number[]): (number | null)[] {
  let place = -1;
  return rows.map((row) => {
    if (conditionOf(row) === null) return null;
    place += 1;
    return counts[place] ?? null;
  });
}

function Group({ group, edit, records, counted }: GroupProps) {
  const { t } = useTranslation();
  const counts = countsOf(group.rows, counted?.inside ?? []);
  return (
    <li className={classes.group}>
      <fieldset aria-label={t('segments.group')}>
        <div className={classes.groupHead}>
          <Match value={group.match} onChange={(match) => edit.setMatch(match, group.key)} />
          {counted !== null && <span>{t('segments.left', { count: counted.count })}</span>}
          <ActionIcon
            variant="subtle"
            aria-label={t('segments.removeGroup')}
            onClick={() => edit.remove(group.key)}
          >
            <IconX size={16} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        </div>
        <ul className={classes.rows}>
          {group.rows.map((row, index) => (
            <ConditionRow
              key={row.key}
              row={row}
              records={records}
              edit={edit}
              count={counts[index] ?? null}
            />
          ))}
        </ul>
        <AddButton
          text={t('segments.addCondition')}
          onClick={() => edit.add({ group: group.key })}
        />
      </fieldset>
    </li>
  );
}

function isSaid(part: DraftPart): boolean {
  return isDraftGroup(part)
    ? part.rows.some((row) => conditionOf(row) !== null)
    : conditionOf(part) !== null;
}

/** Who is in: conditions one under the other, and groups of them. */
export function WhoIsIn({ edit, records, counted }: Props) {
  const { t } = useTranslation();
  const { parts, match } = edit.draft;
  let place = -1;
  const counts = parts.map((part) => {
    if (!isSaid(part)) return null;
    place += 1;
    return counted?.parts[place] ?? null;
  });
  return (
    <Card
      title={t('segments.whoIsIn')}
      actions={<Match value={match} onChange={(next) => edit.setMatch(next)} />}
      ruled
    >
      {parts.length === 0 && <p className={classes.everybody}>{t('segments.everybody')}</p>}
      <ul className={classes.rows}>
        {parts.map((part, index) =>
          isDraftGroup(part) ? (
            <Group
              key={part.key}
              group={part}
              edit={edit}
              records={records}
              counted={counts[index] ?? null}
            />
          ) : (
            <ConditionRow
              key={part.key}
              row={part}
              records={records}
              edit={edit}
              count={counts[index]?.count ?? null}
            />
          ),
        )}
      </ul>
      <div className={classes.foot}>
        <AddButton text={t('segments.addCondition')} onClick={() => edit.add('parts')} />
        <AddButton text={t('segments.addGroup')} onClick={edit.addGroup} />
      </div>
    </Card>
  );
}

/** Who is left out though they are in: whoever matches one of these. */
export function LeaveOut({ edit, records, counted }: Props) {
  const { t } = useTranslation();
  const { without } = edit.draft;
  const counts = countsOf(without, counted?.without ?? []);
  return (
    <Card
      title={t('segments.leaveOut')}
      actions={<span className={classes.quiet}>{t('segments.leaveOutHint')}</span>}
      ruled
    >
      <ul className={classes.rows}>
        {without.map((row, index) => (
          <ConditionRow
            key={row.key}
            row={row}
            records={records}
            edit={edit}
            count={counts[index] ?? null}
            isWithout
          />
        ))}
      </ul>
      <div className={classes.foot}>
        <AddButton text={t('segments.addWithout')} onClick={() => edit.add('without')} />
      </div>
    </Card>
  );
}

/** Which of the records that conditions name are no longer there. */
export function GoneNotes({ gone }: { readonly gone: readonly NamedRecord[] }) {
  const { t } = useTranslation();
  return gone.map(({ field, id }) => (
    <p key={`${field} ${id}`}>
      <StatusBadge kind="due">
        {t('segments.gone', { what: t(`segments.fields.${field}`) })}
      </StatusBadge>
    </p>
  ));
}
