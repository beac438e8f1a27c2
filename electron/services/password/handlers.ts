import { protectionOf } from '#db/file/protection.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { notFound } from '#shared/errors.ts';
import type { ActionContext, ReadContext } from '../../context.ts';

/** What main begins by itself cannot be asked for at the door. */
export async function refuseStep(): Promise<never> {
  throw notFound('channel');
}

export const passwordHandlers = {
  'password.state': async (ctx: ReadContext): Promise<Output<'password.state'>> => ({
    isProtected: protectionOf(ctx.shop.paths.folder) !== null,
  }),
  'password.set': (ctx: ActionContext, { password }: Parsed<'password.set'>) =>
    ctx.password.set(password),
  'password.change': (ctx: ActionContext, { current, password }: Parsed<'password.change'>) =>
    ctx.password.change(current, password),
  'password.remove': async (ctx: ActionContext, { current }: Parsed<'password.remove'>) => {
    await ctx.password.remove(current);
    return null;
  },
  'password.unlock': (ctx: ActionContext, { secret }: Parsed<'password.unlock'>) =>
    ctx.password.unlock(secret),
  'password.lock': async (ctx: ActionContext) => ctx.password.lock(),
};
