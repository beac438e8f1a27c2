/** A text put in the place of another wherever it stands in a column, or in all that are taken. */
export interface ReplaceStep {
  readonly kind: 'replace';
  /** 0-based; null: every column that becomes something. */
  readonly column: number | null;
  /** Plain text as it is typed, never empty; blanks at its ends count. */
  readonly find: string;
  readonly with: string;
  /** Only cells that hold nothing but it. */
  readonly isWhole: boolean;
  readonly ignoresCase: boolean;
}

/** Empty cells of a column get what stands above them. */
export interface FillStep {
  readonly kind: 'fill';
  readonly column: number;
  /** Also in rows that are read as a further thing of the sale above: each becomes a sale of its own. */
  readonly takesBelow: boolean;
}

/** What a person changes of the rows of a file before they come in; the file itself stays as it is. */
export type MendStep = ReplaceStep | FillStep;

/** What is done with a step when the next file of the same titles comes. */
export const stepMemories = ['no', 'use', 'ask'] as const;
export type StepMemory = (typeof stepMemories)[number];

/** Whether a step is in force; `waiting`: it is to be asked, `declined`: not in this import. */
export const stepStates = ['applied', 'waiting', 'declined'] as const;
export type StepState = (typeof stepStates)[number];

/** A step of an import under way. */
export interface KeptStep {
  /** Counts up within its file: steps work one after the other in this order. */
  readonly id: number;
  readonly step: MendStep;
  readonly state: StepState;
  readonly memory: StepMemory;
  /** It was remembered with the titles of the file. */
  readonly isFromLayout: boolean;
}

/** A step that is not used since its column is not in the file as it is read now. */
export interface UnusedStep {
  readonly kept: KeptStep;
  /** The title of the column. */
  readonly header: string;
}
