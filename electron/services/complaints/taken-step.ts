import type { StoredComplaint } from '#db/queries/complaints/write.ts';
import type { ComplaintStep } from '#shared/contract/complaints-facts.ts';
import type { ComplaintState } from '#shared/domain/vocabulary/complaints.ts';
import type { WriteContext } from '../../context.ts';

export type Step<M extends ComplaintStep['move']> = Extract<ComplaintStep, { move: M }>;
export type Values = Record<string, string | number | null>;

/** What a step does: where it leads, the columns it fills, what it says, what follows in its batch. */
export interface Taken {
  readonly to: ComplaintState;
  /** When it happened. */
  readonly at: string;
  readonly values: Values;
  readonly note: string | null;
  afterwards?(): void;
}

/** The complaint a step is taken on, in whose batch, and when. */
export interface At {
  readonly ctx: WriteContext;
  readonly batchId: number;
  readonly row: StoredComplaint;
  readonly now: string;
}
