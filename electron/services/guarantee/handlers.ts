import { claimPage, productPolicies } from '#db/queries/guarantee/read.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ReadContext } from '../../context.ts';
import { claim, finish, remove } from './claims.ts';
import { coveredOfCustomer, coveredOfSale, findClaimers } from './covered.ts';
import { deletePolicy, savePolicy } from './policies.ts';

/** What main does for each channel of this area that it serves itself. */
export const guaranteeHandlers = {
  'guarantee.policies': (ctx: ReadContext, input: Parsed<'guarantee.policies'>) =>
    productPolicies(ctx.db, input),
  'guarantee.savePolicy': savePolicy,
  'guarantee.deletePolicy': deletePolicy,
  'guarantee.find': findClaimers,
  'guarantee.ofCustomer': coveredOfCustomer,
  'guarantee.ofSale': coveredOfSale,
  'guarantee.claim': claim,
  'guarantee.finishClaim': finish,
  'guarantee.deleteClaim': remove,
  'guarantee.claims': (ctx: ReadContext, input: Parsed<'guarantee.claims'>) =>
    claimPage(ctx.db, input),
};
