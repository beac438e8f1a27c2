import { listProspects } from '#db/queries/prospects/list.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ReadContext } from '../../context.ts';
import { createProspect, moveOne, removeOne, updateOne } from './change.ts';
import { boardOf, prospectPage } from './page.ts';

/** What main does for each channel of this area that it serves itself. */
export const prospectHandlers = {
  'prospects.board': boardOf,
  'prospects.list': (ctx: ReadContext, input: Parsed<'prospects.list'>) =>
    listProspects(ctx.db, { ...input, today: ctx.today }),
  'prospects.get': prospectPage,
  'prospects.create': createProspect,
  'prospects.update': updateOne,
  'prospects.move': moveOne,
  'prospects.remove': removeOne,
};
