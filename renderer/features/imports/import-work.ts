import { invoke, nextCallId } from '#renderer/data/client.ts';
import { cancelTask, type TaskName } from '#renderer/data/use-task.ts';
import { useTasks } from '#renderer/state/tasks.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { Result } from '#shared/errors.ts';
import {
  type AppliedFix,
  resetImport,
  setImport,
  takeDraft,
  useImport,
  type WorkKind,
} from './import-session.ts';

interface Told<N extends TaskName> {
  readonly title: string;
  /** Takes the answer in before the work is over: nobody sees the one without the other. */
  take?(answer: Output<N>): void;
}

/**
 * Runs a task for the import under way. Unlike `useTask` it belongs to the import and not to a
 * component: the person may leave the page and come back to find it still running.
 */
export async function runWork<N extends TaskName>(
  kind: WorkKind,
  channel: N,
  input: Input<N>,
  { title, take }: Told<N>,
): Promise<Result<Output<N>>> {
  const callId = nextCallId();
  const { started, ended } = useTasks.getState();
  setImport({ work: { kind, callId, title, progress: null }, error: null, stopped: false });
  started({ callId, channel, title, progress: null });
  const result = await invoke(channel, input, callId).finally(() => ended(callId));
  if (result.ok) take?.(result.value);
  if (useImport.getState().work?.callId === callId) setImport({ work: null });
  if (!result.ok) {
    const stopped = result.error.code === 'CANCELLED';
    setImport(stopped ? { stopped } : { error: result.error });
  }
  return result;
}

/** Names of the files of a draft, for titles: the first and how many more. */
export function namesOf(draft: Draft | null): string {
  const names = [...new Set(draft?.sources.map((source) => source.fileName))];
  return names.length > 1 ? `${names[0]} + ${names.length - 1}` : (names[0] ?? '');
}

/** Files that may get the reading stuck, one after the other, before it is left. */
const mostGivenUp = 5;

/** A file got the reading stuck: it is known by now, and the others go on. */
function hasGivenUp(result: Result<unknown>): boolean {
  return !result.ok && result.error.code === 'BAD_FILE' && result.error.reason === 'gave-up';
}

/** Reads the draft's new files. Cancelled before anything was read, the draft is discarded whole. */
export async function inspect(draftId: string, title: string): Promise<void> {
  const isFirst = useImport.getState().draft === null;
  setImport({ draftId, step: 'files' });
  let result = await runWork('inspect', 'imports.inspect', { draftId }, { title });
  for (let files = 0; files < mostGivenUp && hasGivenUp(result); files += 1)
    result = await runWork('inspect', 'imports.inspect', { draftId }, { title });
  if (result.ok) takeDraft(result.value);
  else if (isFirst) await forget(draftId);
}

/** Discards a draft but keeps what went wrong on the screen. */
async function forget(draftId: string | null): Promise<void> {
  const { error, stopped } = useImport.getState();
  resetImport();
  setImport({ error, stopped });
  if (draftId !== null) await invoke('imports.discard', { draftId });
}

/** Opens the file picker; nothing happens when it is closed. */
export async function chooseFiles(): Promise<void> {
  const { draftId } = useImport.getState();
  setImport({ error: null, stopped: false });
  const result = await invoke('imports.choose', { draftId });
  if (!result.ok) setImport({ error: result.error });
  else if (result.value !== null) await inspect(result.value.draftId, '');
}

export async function startWithSample(): Promise<void> {
  const result = await runWork('sample', 'imports.useSampleFiles', {}, { title: '' });
  if (result.ok) await inspect(result.value.draftId, '');
}

let changes: Promise<unknown> = Promise.resolve();

/** Changes how one source is read; changes wait for each other, so none is lost. */
export function configure(change: Omit<Input<'imports.configure'>, 'draftId'>): Promise<boolean> {
  const next = changes.then(async () => {
    const { draftId, draft } = useImport.getState();
    if (draftId === null) return false;
    const input = { ...change, draftId };
    const title = namesOf(draft);
    const result = await runWork('configure', 'imports.configure', input, {
      title,
      take: takeDraft,
    });
    return result.ok;
  });
  changes = next.catch(() => undefined);
  return next;
}

/** The dry run. An answer that still holds is not asked for again. */
export async function check(): Promise<void> {
  const { draftId, draft, report, isStale, checks } = useImport.getState();
  if (draftId === null) return;
  setImport({ step: 'check' });
  if (report !== null && !isStale) return;
  const result = await runWork('check', 'imports.check', { draftId }, { title: namesOf(draft) });
  if (result.ok) setImport({ report: result.value, isStale: false, checks: checks + 1 });
  else if (result.error.code === 'CANCELLED' && report === null) setImport({ step: 'columns' });
}

/** Replaces a value in a whole column and checks again. The fix can be taken back. */
export async function applyFix(fix: AppliedFix): Promise<void> {
  const { sourceId, column, from, to, problem, stands, alike = [] } = fix;
  const asked = { column, from, to, problem, stands, alike: [...alike] };
  if (!(await configure({ sourceId, fix: asked }))) return;
  const isOther = (each: AppliedFix) =>
    each.sourceId !== sourceId ||
    each.column !== column ||
    each.from !== from ||
    each.problem !== problem;
  setImport({ fixes: [...useImport.getState().fixes.filter(isOther), fix] });
  await check();
}

/** Lets what was replaced stand again as the file has it. */
export async function takeFixBack(fix: AppliedFix): Promise<void> {
  const { sourceId, column, from, to, problem, alike = [] } = fix;
  const taken = { column, from, to, problem, alike: [...alike], isTakenBack: true };
  if (!(await configure({ sourceId, fix: taken }))) return;
  setImport({ fixes: useImport.getState().fixes.filter((each) => each !== fix) });
  await check();
}

/** Remembers what was said of pairs that may be one person, and checks again. */
export async function decideSame(answers: Input<'imports.decideSame'>['answers']): Promise<void> {
  const { draftId, draft } = useImport.getState();
  if (draftId === null) return;
  const input = { draftId, answers };
  const result = await runWork('configure', 'imports.decideSame', input, { title: namesOf(draft) });
  if (!result.ok) return;
  setImport({ isStale: true });
  await check();
}

export async function commit(): Promise<void> {
  const { draftId, draft } = useImport.getState();
  if (draftId === null) return;
  const result = await runWork('commit', 'imports.commit', { draftId }, { title: namesOf(draft) });
  if (result.ok) setImport({ done: result.value, step: 'done', undone: false });
}

/** Stops what runs; whatever it was, nothing of it is kept. */
export function stopWork(): void {
  const { work } = useImport.getState();
  if (work === null) return;
  if (work.kind === 'receive') setImport({ work: null, stopped: true });
  else void cancelTask(work.callId);
}

/** Throws the import under way away; the owner's own files are not touched. */
export async function discard(): Promise<void> {
  const { draftId, done } = useImport.getState();
  resetImport();
  if (draftId !== null && done === null) await invoke('imports.discard', { draftId });
}
