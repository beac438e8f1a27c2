import { Skeleton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SegmentDefinition } from '#shared/contract/segments/conditions.ts';
import type { NamedRecord } from '#shared/contract/segments/segments.ts';
import type { SegmentId } from '#shared/ids.ts';
import { LeaveOut, WhoIsIn } from './conditions-card.tsx';
import { definitionOf } from './draft.ts';
import { FoundCard } from './found-card.tsx';
import classes from './segments.module.css';
import type { DraftChange } from './use-draft.ts';

/** Counts as one writes, a little after the last key. */
const SETTLE_MS = 200;

interface Props {
  readonly edit: DraftChange;
  readonly records: readonly NamedRecord[];
  /** The saved segment that they are of, where they are as they were saved. */
  readonly saved: SegmentId | null;
}

/** Conditions to be written, and beside them whom they leave. */
export function Conditions({ edit, records, saved }: Props) {
  const written = JSON.stringify(definitionOf(edit.draft));
  const [settled] = useDebouncedValue(written, SETTLE_MS);
  const counting = useQuery(
    'segments.count',
    { definition: JSON.parse(settled) as SegmentDefinition },
    { keepPrevious: true },
  );
  const isCounting = counting.isPlaceholderData || settled !== written;
  const counted = counting.data ?? null;
  const shown = { edit, records, counted: isCounting ? null : counted };
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <WhoIsIn {...shown} />
        <LeaveOut {...shown} />
      </div>
      {counted !== null ? (
        <FoundCard counted={counted} isCounting={isCounting} saved={saved} />
      ) : counting.error === null ? (
        <Skeleton h="16rem" radius="lg" aria-busy="true" />
      ) : (
        <ErrorState error={counting.error.error} onRetry={() => void counting.refetch()} />
      )}
    </div>
  );
}
