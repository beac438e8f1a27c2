import { ownFieldsIn } from '#db/queries/customers/own-fields.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import type { TaskContext } from '../../context.ts';
import type { ChosenPath, PreparedOf } from '../../tasks/prepared.ts';
import { changesOf } from './changes.ts';
import { commitDraft, currentPlan, refuseLocked, requireReady } from './commit.ts';
import { configureSource } from './configure.ts';
import { discardDraft } from './draft-files.ts';
import { draftRows } from './draft-rows.ts';
import { type OpenDraft, sourceOf, withDraft, withSource } from './draft-store.ts';
import { type Inspection, inspectFiles } from './inspect.ts';
import { mendingDone } from './mending/done.ts';
import { mendDraft } from './mending/mend.ts';
import { previewStep } from './mending/preview.ts';
import { rememberRule } from './mending/rules.ts';
import { presentDraft } from './present-draft.ts';
import { decideSame, samePeopleOf } from './same-people.ts';
import { undoImport } from './undo.ts';
import { saveWrongRows } from './wrong-rows.ts';

async function settingsOf(ctx: TaskContext): Promise<ShopSettings> {
  return (await readSettings(ctx.open().db)).settings;
}

function inDraft<T>(
  ctx: TaskContext,
  draftId: string,
  work: (draft: OpenDraft, settings: ShopSettings) => Promise<T>,
): Promise<T> {
  return withDraft(ctx.shop.paths.staging, draftId, async (draft) =>
    work(draft, await settingsOf(ctx)),
  );
}

function inspectionOf(ctx: TaskContext, settings: ShopSettings): Inspection {
  const ownFields = ownFieldsIn(ctx.open().raw);
  return { ctx, columns: { settings, today: ctx.clock.today(), ownFields } };
}

function inspect(ctx: TaskContext, { draftId }: Parsed<'imports.inspect'>) {
  return inDraft(ctx, draftId, async (draft, settings) => {
    await inspectFiles(draft, inspectionOf(ctx, settings));
    return presentDraft(draft.state, settings);
  });
}

function configure(ctx: TaskContext, input: Parsed<'imports.configure'>) {
  return inDraft(ctx, input.draftId, async (draft, settings) => {
    await configureSource(draft, input, inspectionOf(ctx, settings));
    return presentDraft(draft.state, settings);
  });
}

function check(ctx: TaskContext, { draftId }: Parsed<'imports.check'>) {
  return inDraft(ctx, draftId, async (draft, settings) => {
    requireReady(draft);
    const report = await currentPlan(ctx, draft, settings);
    refuseLocked(ctx, draft);
    return report;
  });
}

function rows(ctx: TaskContext, input: Parsed<'imports.rows'>): Promise<Output<'imports.rows'>> {
  return inDraft(ctx, input.draftId, async (draft) => draftRows(draft, input));
}

function samePeople(ctx: TaskContext, input: Parsed<'imports.samePeople'>) {
  return inDraft(ctx, input.draftId, (draft) => samePeopleOf(ctx, draft, input));
}

function changes(ctx: TaskContext, input: Parsed<'imports.changes'>) {
  return inDraft(ctx, input.draftId, (draft) => changesOf(ctx, draft, input));
}

function previewMend(ctx: TaskContext, { draftId, sourceId, step }: Parsed<'imports.previewMend'>) {
  return inDraft(ctx, draftId, (draft) =>
    previewStep(ctx, draft, sourceOf(draft.state, sourceId), step),
  );
}

function mend(ctx: TaskContext, input: Parsed<'imports.mend'>) {
  return inDraft(ctx, input.draftId, (draft, settings) =>
    mendDraft(draft, input, settings, inspectionOf(ctx, settings)),
  );
}

function remember(ctx: TaskContext, { draftId, sourceId, rule }: Parsed<'imports.remember'>) {
  return inDraft(ctx, draftId, async (draft, settings) => {
    const source = rememberRule(sourceOf(draft.state, sourceId), rule);
    // No plan depends on it: the one that is there holds.
    const { revision } = draft.state;
    draft.state = { ...withSource(draft.state, source), revision };
    return presentDraft(draft.state, settings);
  });
}

function mending(ctx: TaskContext, { draftId }: Parsed<'imports.mending'>) {
  return inDraft(ctx, draftId, async ({ staging }) => mendingDone(staging));
}

function decide(ctx: TaskContext, { draftId, answers }: Parsed<'imports.decideSame'>) {
  return inDraft(ctx, draftId, async (draft) => {
    decideSame(draft, answers);
    return null;
  });
}

/** What was staged goes as soon as it is in the shop: it is personal data twice. */
async function commit(ctx: TaskContext, { draftId }: Parsed<'imports.commit'>) {
  const done = await inDraft(ctx, draftId, (draft, settings) => commitDraft(ctx, draft, settings));
  const place = { staging: ctx.shop.paths.staging, ids: ctx.ids };
  // What is in the shop is in it: a draft that cannot be removed now goes with the next start.
  await discardDraft(place, draftId).catch(() => ctx.log.error('draft not removed'));
  return done;
}

async function undo(ctx: TaskContext, { importId }: Parsed<'imports.undo'>) {
  return undoImport(ctx, importId, await settingsOf(ctx));
}

async function wrongRows(
  ctx: TaskContext,
  input: Parsed<'imports.saveWrongRows'>,
  { path }: ChosenPath,
): Promise<Output<'imports.saveWrongRows'>> {
  return saveWrongRows(ctx, input, path, (await settingsOf(ctx)).currency);
}

type TaskName =
  | 'imports.inspect'
  | 'imports.configure'
  | 'imports.check'
  | 'imports.rows'
  | 'imports.commit'
  | 'imports.changes'
  | 'imports.previewMend'
  | 'imports.mend'
  | 'imports.mending'
  | 'imports.remember'
  | 'imports.samePeople'
  | 'imports.decideSame'
  | 'imports.undo'
  | 'imports.saveWrongRows';
type ImportTasks = {
  readonly [N in TaskName]: (
    ctx: TaskContext,
    input: Parsed<N>,
    prepared: PreparedOf<N>,
  ) => Promise<Output<N>>;
};

/** What of the imports runs in the task process. */
export const importTasks: ImportTasks = {
  'imports.inspect': inspect,
  'imports.configure': configure,
  'imports.check': check,
  'imports.rows': rows,
  'imports.commit': commit,
  'imports.changes': changes,
  'imports.previewMend': previewMend,
  'imports.mend': mend,
  'imports.mending': mending,
  'imports.remember': remember,
  'imports.samePeople': samePeople,
  'imports.decideSame': decide,
  'imports.undo': undo,
  'imports.saveWrongRows': wrongRows,
};
