import { protectCopies, writeTurned } from '#db/file/turn-key.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { TaskContext } from '../../context.ts';
import type { PreparedOf } from '../../tasks/prepared.ts';
import { turnDrafts } from '../imports/sealed/turn-drafts.ts';

/** Writes the shop anew beside itself. Main lets nobody write until that is in its place. */
async function turn(
  ctx: TaskContext,
  _input: Parsed<'password.turn'>,
  { protection }: PreparedOf<'password.turn'>,
): Promise<Output<'password.turn'>> {
  await writeTurned(ctx.open().raw, ctx.shop.paths.database, protection);
  return null;
}

async function turnWaiting(
  ctx: TaskContext,
  _input: Parsed<'password.drafts'>,
  { protection }: PreparedOf<'password.drafts'>,
): Promise<Output<'password.drafts'>> {
  await turnDrafts(ctx.shop.paths.staging, protection);
  return null;
}

function protectAll(
  ctx: TaskContext,
  _input: Parsed<'password.copies'>,
  { protection }: PreparedOf<'password.copies'>,
): Promise<Output<'password.copies'>> {
  return protectCopies(ctx.shop.paths.backups, protection, (done, total) =>
    ctx.progress('backup', done, total),
  );
}

export const passwordTasks = {
  'password.turn': turn,
  'password.drafts': turnWaiting,
  'password.copies': protectAll,
};
