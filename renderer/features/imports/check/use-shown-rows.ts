import { useState } from 'react';
import type { ImportReport, ProblemGroup } from '#shared/contract/imports.ts';
import type { Draft, DraftSource } from '#shared/contract/imports-draft.ts';
import { groupKey, groupsOf, type Tile } from '../problem-groups.ts';

export interface ShownRows {
  readonly tile: Tile;
  showTile(tile: Tile): void;
  readonly onlyProblems: boolean;
  setOnlyProblems(only: boolean): void;
  readonly groups: readonly ProblemGroup[];
  readonly group: ProblemGroup | null;
  showGroup(group: ProblemGroup): void;
  /** Sources that have rows of the tile. */
  readonly sources: readonly DraftSource[];
  readonly source: DraftSource | null;
  showSource(id: number): void;
}

function firstTile({ counts, problems }: ImportReport): Tile {
  if (counts.wrong > 0) return 'wrong';
  const needsLook = problems.some((group) => group.outcome !== 'skipped');
  return needsLook || counts.added === 0 ? 'read' : 'added';
}

/** Which rows of a report are on the screen: the tile, then a kind of problem, or one source's rows. */
export function useShownRows(draft: Draft, report: ImportReport): ShownRows {
  const [chosenTile, setTile] = useState<Tile | null>(null);
  const [wantsProblems, setWantsProblems] = useState<boolean | null>(null);
  const [chosenGroup, setGroup] = useState<string | null>(null);
  const [chosenSource, setSource] = useState<number | null>(null);
  // A tile that a fix has emptied shows nothing any more: fall back to what is left.
  const tile =
    chosenTile === null || report.counts[chosenTile] === 0 ? firstTile(report) : chosenTile;
  const groups = groupsOf(report.problems, tile);
  const onlyProblems =
    wantsProblems ?? groups.some((each) => tile === 'skipped' || each.outcome !== 'skipped');
  const group = groups.find((each) => groupKey(each) === chosenGroup) ?? groups[0] ?? null;
  const withRows = report.sources.filter(({ counts }) => counts[tile] > 0);
  const sources = draft.sources.filter((each) =>
    withRows.some(({ sourceId }) => sourceId === each.id),
  );
  const wanted = onlyProblems && group !== null ? group.sourceId : chosenSource;
  return {
    tile,
    showTile: (next) => {
      setTile(next);
      setWantsProblems(null);
      setGroup(null);
    },
    onlyProblems,
    setOnlyProblems: setWantsProblems,
    groups,
    group: onlyProblems ? group : null,
    showGroup: (next) => setGroup(groupKey(next)),
    sources,
    source: draft.sources.find((each) => each.id === wanted) ?? sources[0] ?? null,
    showSource: setSource,
  };
}
