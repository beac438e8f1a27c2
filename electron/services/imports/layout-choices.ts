import { createHash } from 'node:crypto';
import type { RuleMemory } from '#shared/contract/imports/steps.ts';
import type { ExistingRule } from '#shared/contract/imports-draft.ts';
import type { ColumnReading } from '#shared/domain/columns/reading.ts';
import type { KeptStep } from '#shared/domain/mending/steps.ts';

export type RememberedStep = Pick<KeptStep, 'step' | 'memory'>;

/** What a person chose for a layout when files of it were imported. */
export interface LayoutChoices {
  /** The titles; absent where the layout was remembered before they were kept. */
  readonly headers?: readonly string[];
  readonly fields: readonly string[];
  /** Answers only: how a column of its own accord was read says nothing about the next file. */
  readonly readings: Readonly<Record<string, ColumnReading>>;
  /** What the owner calls it. */
  readonly name?: string;
  /** ISO instant; there: it is kept, and no file is read by it. */
  readonly forgottenAt?: string;
  /** What was changed of the rows and is to be changed, or asked about, again. */
  readonly steps?: readonly RememberedStep[];
  /** Those of them for columns that a file of nearly the same titles has not. Never written down. */
  readonly missing?: readonly (RememberedStep & { readonly header: string })[];
  /** What became of customers who were there, where that is remembered. */
  readonly existing?: { readonly rule: ExistingRule; readonly memory: RuleMemory };
  /** Columns of which the owner wants to be asked each time. */
  readonly asks?: readonly number[];
}

/** Same titles in the same order: the same layout. Null where the file has no titles. */
export function layoutKey(headers: readonly string[]): string | null {
  const keys = headers.map((header) => header.normalize('NFKC').trim().toLowerCase());
  if (keys.every((key) => key === '')) return null;
  return createHash('sha256').update(keys.join('\u001f')).digest('hex');
}
