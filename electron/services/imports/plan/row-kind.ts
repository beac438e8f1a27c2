import type { RawHandle } from '#db/file/client.ts';
import type { Staging } from '#db/staging/staging.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import type { DraftSource } from '#shared/contract/imports-draft.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { ImportField } from '#shared/domain/columns/fields.ts';
import type { ShopClock } from '../../../context.ts';
import type { PersonAnswer, SourceState } from '../draft-store.ts';
import type { DayJudge } from './day-judge.ts';
import type { NextIds } from './next-ids.ts';
import type { Outcomes, Problem } from './outcomes.ts';

/** Whether one of these fields is among those that a source's columns become. */
export type HasField = (...fields: readonly ImportField[]) => boolean;

/** How the rows of a kind name the customers and products they are about. */
export interface Naming {
  /** A list of customers or products corrects what is stored; any other fills what is empty there. */
  readonly mode: 'correct' | 'fill';
  /** Such lists seldom have codes: who is known by a code is recognised by name where there are none. */
  readonly goesByName?: true;
  /** A row about a customer in the trash is taken nevertheless. */
  readonly takesTrashed?: true;
  /** The problem of a row that names nobody; absent: it need not. */
  readonly nobody?: string;
}

/**
 * A kind of thing that rows of files bring. Everything that has to know the kinds loops over
 * `row-kinds.ts`; a further kind is a folder beside these and one line there.
 */
export interface RowKind<Plan extends KindPlan = KindPlan> {
  /** Its key in a report. */
  readonly name: DraftSource['brings'][number];
  /** What the names of its fields begin with. */
  readonly fields: readonly string[];
  /**
   * What its columns make of a file. `named`: rows of every kind may name one. `mixed`: they make it a
   * list of these only where nothing else does. `alone`: any of them says it is meant to be one.
   */
  readonly columns: 'named' | 'mixed' | 'alone';
  readonly naming: Naming;
  brings(has: HasField): boolean;
  /** What a source that seems to bring these lacks, as a key of the locale's `blocker.*`; null: nothing. */
  lacks(has: HasField): string | null;
  /** Opens the books of one draft. */
  open(ground: PlanGround, earlier: EarlierPlans): Plan;
  /** What follows once the rows are in the shop, in the same transaction. */
  follow?(brought: Brought): void;
}

/** What the plan of a draft stands on: the shop as it is, and where the plan is written. */
export interface PlanGround {
  readonly raw: RawHandle;
  readonly staging: Staging;
  readonly settings: ShopSettings;
  readonly today: string;
  /** Decimals of the currency's minor unit. */
  readonly digits: number;
  /** Nothing is in the shop: nothing need be asked. */
  readonly isEmpty: boolean;
  readonly ids: NextIds;
  /** The sources that are imported. */
  readonly sources: readonly SourceState[];
  /** What the owner says of those in the files who may be there already. */
  readonly people: readonly PersonAnswer[];
}

/** The plan of a kind that comes before in the list. */
export type EarlierPlans = <Plan extends KindPlan>(kind: RowKind<Plan>) => Plan;

/** An import whose rows have just been written. */
export interface Brought {
  readonly raw: RawHandle;
  readonly staging: Staging;
  readonly settings: ShopSettings;
  readonly clock: ShopClock;
  readonly importId: number;
  readonly batchId: number;
}

/** What a draft does to one kind. */
export interface KindPlan {
  /**
   * Begins a source. Asked of the kind its rows are and of those that any row may name; null: no
   * column of it speaks of these.
   */
  rowsOf(source: SourceState, naming: Naming, days: DayJudge): KindRows | null;
  /** Settles rows that had to wait for the whole of their source, a little at a time. */
  finishSource?(outcomes: Outcomes): Generator<void>;
  /** Writes everything, a little at a time. */
  write(): Generator<void>;
  /** Its part of the report, once everything is written. */
  counts(): Partial<ImportReport>;
}

/** The rows of one source as one kind sees them: each is read, and then taken unless something is wrong. */
export interface KindRows {
  /** Without a date it may be a line of totals; absent: such rows have none. */
  hasNoDate?(cells: readonly Cell[]): boolean;
  /** Keeps what a row says until it is taken. Returns what is wrong with it. */
  read(cells: readonly Cell[]): Problem | null;
  take(row: RowInHand): Taken;
  /** A row came between that is none of these: what follows goes on with nothing before it. */
  interrupt?(): void;
  /** A row of totals: what it says is compared with what was taken. */
  total?(cells: readonly Cell[]): void;
}

/** The product that a row names. */
export interface NamedProduct {
  readonly id: number;
  /** How the row calls it, then everything else that it is or was called. */
  readonly keys: readonly string[];
}

/** A row on its way through the kinds: what those before have found in it. */
export interface RowInHand {
  /** Its index among the outcomes of its source. */
  outcome: number;
  customer: { readonly id: number } | null;
  product: NamedProduct | null;
  /** It is about somebody who was erased: the number under which their sales still stand. */
  erasedId: number | null;
  /** It is a further thing of the same row as the one before. */
  continues: boolean;
}

export type Effect = 'added' | 'updated' | 'unchanged';

/** What taking a row has done. */
export interface Taken {
  /** `pending`: decided when the source is finished. Null: the row names none. */
  readonly effect: Effect | 'pending' | null;
  /** Not taken as written, though the row is. */
  readonly problems: readonly Problem[];
  /** Why the row is not taken at all. */
  readonly refused?: 'skipped' | 'wrong';
}

/** A row that is not taken, for that reason alone. */
export function refused(outcome: 'skipped' | 'wrong', problem: Problem): Taken {
  return { effect: null, problems: [problem], refused: outcome };
}

export type EntityCounts = ImportReport['customers'];

export function noCounts(): EntityCounts {
  return { added: 0, updated: 0, unchanged: 0 };
}
