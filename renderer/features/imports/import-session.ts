import { create } from 'zustand';
import type { TaskProgress } from '#renderer/state/tasks.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import type { ColumnQuestion, Draft } from '#shared/contract/imports-draft.ts';
import type { AppError } from '#shared/errors.ts';
import type { ImportId } from '#shared/ids.ts';

export type Step = 'files' | 'columns' | 'check' | 'done';
export type WorkKind =
  | ('receive' | 'sample' | 'inspect' | 'configure' | 'check' | 'commit')
  | ('preview' | 'mend');

/** What runs for this import now. `progress` only where no task reports it (files being taken in). */
export interface Work {
  readonly kind: WorkKind;
  readonly callId: string;
  readonly title: string;
  readonly progress: TaskProgress | null;
}

/** A value that has been replaced in a whole column. */
export interface AppliedFix {
  readonly sourceId: number;
  readonly column: number;
  readonly field: string;
  readonly header: string;
  readonly from: string;
  readonly to: string | null;
  /** Further values that became the same. */
  readonly alike?: readonly string[] | undefined;
  /** Counts only in the rows that had this problem. */
  readonly problem?: string | undefined;
  /** The value is right as it is; `from` empty: all values of the problem are. */
  readonly stands?: boolean | undefined;
}

/** Rows that changing a step has put right, and rows that it has made wrong. */
export interface StepEffect {
  readonly sourceId: number;
  readonly step: number;
  /** The count of checks with which it came. */
  readonly checks: number;
  readonly noLongerWrong: number;
  readonly newlyWrong: number;
}

interface Session {
  /** The data folder the draft belongs to. */
  readonly shop: string | null;
  readonly draftId: string | null;
  readonly draft: Draft | null;
  readonly step: Step;
  /** The source whose columns or rows are shown. */
  readonly sourceId: number | null;
  /** Questions that were asked, by `askedKey`: they stay on the screen after the answer. */
  readonly asked: Readonly<Record<string, ColumnQuestion>>;
  readonly fixes: readonly AppliedFix[];
  /** What the last change of a step has made of the rows; it holds for the check that came of it. */
  readonly effect: StepEffect | null;
  readonly report: ImportReport | null;
  /** Something has been changed since the report; it stays on the screen until the next one. */
  readonly isStale: boolean;
  /** Counts checks, so that rows of an older one are not shown. */
  readonly checks: number;
  readonly done: { readonly importId: ImportId; readonly report: ImportReport } | null;
  readonly undone: boolean;
  readonly work: Work | null;
  readonly error: AppError | null;
  /** The last piece of work was stopped by the person. */
  readonly stopped: boolean;
  /** Files that have been dropped into this draft so far. */
  readonly received: number;
}

const blank: Session = {
  shop: null,
  draftId: null,
  draft: null,
  step: 'files',
  sourceId: null,
  asked: {},
  fixes: [],
  effect: null,
  report: null,
  isStale: false,
  checks: 0,
  done: null,
  undone: false,
  work: null,
  error: null,
  stopped: false,
  received: 0,
};

/** The import under way: which draft, which step, and the last answers for it. Outlives the screen. */
export const useImport = create<Session>()(() => blank);

/** Changes what is known of the import under way. */
export function setImport(part: Partial<Session>): void {
  useImport.setState(part);
}

/** Forgets the import under way; its files in the draft are discarded by the caller. */
export function resetImport(): void {
  const { shop, checks } = useImport.getState();
  useImport.setState({ ...blank, shop, checks });
}

/** An import belongs to one shop: in another one (the sample's, or back) there is none under way. */
export function enterShop(shop: string): void {
  const before = useImport.getState().shop;
  if (before !== null && before !== shop) resetImport();
  setImport({ shop });
}

export function askedKey(sourceId: number, column: number): string {
  return `${sourceId}:${column}`;
}

/** The questions on the screen after a new draft: those of before where the column is the same, and new ones. */
export function questionsAfter(
  asked: Readonly<Record<string, ColumnQuestion>>,
  before: Draft | null,
  draft: Draft,
): Record<string, ColumnQuestion> {
  const next: Record<string, ColumnQuestion> = {};
  for (const source of draft.sources) {
    const old = before?.sources.find((each) => each.id === source.id);
    for (const column of source.columns) {
      const key = askedKey(source.id, column.index);
      const was = old?.columns[column.index];
      const isSame = was?.field === column.field && was.header === column.header;
      const question = column.question ?? (isSame ? asked[key] : undefined);
      if (question !== undefined) next[key] = question;
    }
  }
  return next;
}

/** Takes a new answer of the draft in; whatever was checked before no longer holds. */
export function takeDraft(draft: Draft): void {
  const { asked, draft: before, sourceId } = useImport.getState();
  const included = draft.sources.filter((source) => source.isIncluded);
  const isShown = included.some((source) => source.id === sourceId);
  setImport({
    draft,
    draftId: draft.id,
    isStale: true,
    asked: questionsAfter(asked, before, draft),
    sourceId: isShown ? sourceId : (included[0]?.id ?? null),
  });
}
