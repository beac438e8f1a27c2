import { Button, Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { useGo } from '#renderer/base/routes.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { Conditions } from '#renderer/components/segments/conditions.tsx';
import { GoneNotes } from '#renderer/components/segments/conditions-card.tsx';
import { definitionOf } from '#renderer/components/segments/draft.ts';
import { SectionBack } from '#renderer/components/segments/section-back.tsx';
import classes from '#renderer/components/segments/segments.module.css';
import { useDraft } from '#renderer/components/segments/use-draft.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { type SegmentDefinition, segmentDefinition } from '#shared/contract/segments/conditions.ts';
import { definitionOf as filterDefinition } from '#shared/contract/segments/from-filter.ts';
import type { StoredSegment } from '#shared/contract/segments/segments.ts';
import type { AppError } from '#shared/errors.ts';
import type { SegmentId } from '#shared/ids.ts';

const NOTHING = segmentDefinition.parse({});
const NO_RECORDS: StoredSegment['records'] = [];

interface BuilderProps {
  /** Null: a new one. */
  readonly stored: StoredSegment | null;
  readonly start: SegmentDefinition;
}

/** Why the name was refused, where it was; anything else is said as a failure. */
function nameProblem(error: AppError | null): 'segment-name' | null {
  const isName =
    error?.code === 'VALIDATION' && error.issues.some(({ problem }) => problem === 'segment-name');
  return isName ? 'segment-name' : null;
}

function useSave({ stored }: BuilderProps) {
  const { t } = useTranslation();
  const go = useGo();
  const create = useCommand('segments.create');
  const update = useCommand('segments.update');
  const save = async (name: string, definition: SegmentDefinition) => {
    const said = t('segments.saved', { name });
    if (stored === null) {
      const made = await create.run({ name, definition }, said);
      if (made.ok) go(`/customers/segments/${made.value.id}`);
      return;
    }
    const expected = { name: stored.name, definition: stored.definition };
    await update.run({ id: stored.id, name, definition, expected }, said);
  };
  const { error, isRunning, clearError } = stored === null ? create : update;
  return { save, error, isRunning, clearError };
}

/** What is written on the page, and what it is to what was saved. */
function useBuilder({ stored, start }: BuilderProps) {
  const edit = useDraft(start);
  const [name, setName] = useState(stored?.name ?? '');
  const definition = definitionOf(edit.draft);
  const written = JSON.stringify(definition);
  const isSame =
    stored !== null &&
    stored.notUnderstood === 0 &&
    name.trim() === stored.name &&
    written === JSON.stringify(stored.definition);
  const isSayable = definition.parts.length + definition.without.length > 0 && name.trim() !== '';
  return { edit, name, setName, definition, isSame, isSayable };
}

/** What of a saved segment cannot be said any more. */
function StoredNotes({ stored }: { readonly stored: StoredSegment }) {
  const { t } = useTranslation();
  const { notUnderstood, records } = stored;
  return (
    <>
      {notUnderstood > 0 && (
        <p>
          <StatusBadge kind="wrong">
            {t('segments.notUnderstood', { count: notUnderstood })}
          </StatusBadge>
        </p>
      )}
      <GoneNotes gone={records.filter((one) => one.name === null)} />
    </>
  );
}

/** The conditions of a segment, to be written, and whom they leave. */
function Builder({ stored, start }: BuilderProps) {
  const { t } = useTranslation();
  const built = useBuilder({ stored, start });
  const { edit, name, setName, definition, isSame, isSayable } = built;
  const saved = isSame ? (stored?.id ?? null) : null;
  const { save, error, isRunning, clearError } = useSave({ stored, start });
  const taken = nameProblem(error);
  return (
    <form
      className={classes.page}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSayable) void save(name.trim(), definition);
      }}
    >
      <PageHeader
        title={stored?.name ?? t('segments.new')}
        beside={<SectionBack />}
        actions={
          <>
            {!isSame && isSayable && <StatusBadge kind="due">{t('segments.unsaved')}</StatusBadge>}
            <Button
              type="submit"
              variant="filled"
              loading={isRunning}
              disabled={!isSayable || isSame}
            >
              {t('segments.save')}
            </Button>
          </>
        }
      />
      {error !== null && taken === null && <ErrorState error={error} />}
      <TextInput
        className={classes.name}
        label={t('segments.name')}
        placeholder={t('segments.nameExample')}
        maxLength={80}
        value={name}
        error={taken !== null && t(`problem.${taken}`)}
        onChange={(event) => {
          setName(event.currentTarget.value);
          clearError();
        }}
      />
      {stored !== null && <StoredNotes stored={stored} />}
      <Conditions edit={edit} records={stored?.records ?? NO_RECORDS} saved={saved} />
    </form>
  );
}

/** A new segment; the conditions of the list one comes from are there to begin with. */
export function NewSegmentPage() {
  const query = useSearch();
  const start = filterDefinition(lists.customers.read(query)) ?? NOTHING;
  return <Builder key={query} stored={null} start={start} />;
}

/** One saved segment, to be looked at and changed. */
export function SegmentPage({ id }: { readonly id: SegmentId }) {
  const { data, error, refetch } = useQuery('segments.get', { id });
  if (data === undefined) {
    if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
    return <Skeleton h="16rem" radius="lg" aria-busy="true" />;
  }
  const { definition } = data;
  return <Builder key={JSON.stringify([data.name, definition])} stored={data} start={definition} />;
}
