import { hasCustomer, hasProduct, ownerOfSale } from '#db/queries/complaints/check.ts';
import type { ComplaintFacts } from '#shared/contract/complaints-facts.ts';
import { businessCalendar } from '#shared/domain/calendar/business-hours.ts';
import { localDay, noonOf } from '#shared/domain/calendar/zone-time.ts';
import { dueTimes } from '#shared/domain/complaints/rules.ts';
import { AppFailure, type FieldIssue } from '#shared/errors.ts';
import type { WriteContext } from '../../context.ts';

/** Fails with VALIDATION where there is anything to put right. */
export function refuseIssues(issues: readonly FieldIssue[]): void {
  if (issues.length > 0) throw new AppFailure({ code: 'VALIDATION', issues });
}

function saleProblem(ctx: WriteContext, facts: ComplaintFacts): string | null {
  if (facts.saleId === null) return null;
  const sale = ownerOfSale(ctx.raw, facts.saleId);
  if (sale === null) return 'no-such-sale';
  const isOthers =
    facts.customerId !== null && sale.customerId !== null && sale.customerId !== facts.customerId;
  return isOthers ? 'sale-of-another' : null;
}

/** What a person can put right comes back as VALIDATION; where only the day is known, noon of it. */
export function tidyFacts(ctx: WriteContext, facts: ComplaintFacts): ComplaintFacts {
  const { timeZone } = ctx.settings;
  const issues: FieldIssue[] = [];
  const { customerId, productId } = facts;
  if (customerId !== null && !hasCustomer(ctx.raw, customerId))
    issues.push({ path: 'customerId', problem: 'no-such-customer' });
  if (customerId === null && facts.kind === 'customer' && facts.words === '')
    issues.push({ path: 'words', problem: 'words-or-customer' });
  if (productId !== null && !hasProduct(ctx.raw, productId))
    issues.push({ path: 'productId', problem: 'no-such-product' });
  const sale = saleProblem(ctx, facts);
  if (sale !== null) issues.push({ path: 'saleId', problem: sale });
  const day = localDay(facts.receivedAt, timeZone);
  if (day > localDay(ctx.clock.instant(), timeZone))
    issues.push({ path: 'receivedAt', problem: 'in-the-future' });
  refuseIssues(issues);
  // One spelling of an instant, so that they sort as text.
  const exact = new Date(facts.receivedAt).toISOString();
  return { ...facts, receivedAt: facts.hasTime ? exact : noonOf(day, timeZone) };
}

/** The columns that hold what was written down when it came in, with the due times that follow. */
export function factColumns(ctx: WriteContext, facts: ComplaintFacts) {
  const due = dueTimes(
    facts.receivedAt,
    facts.severity,
    ctx.settings,
    businessCalendar(ctx.settings),
  );
  return {
    kind: facts.kind,
    customer_id: facts.customerId,
    channel: facts.channel,
    severity: facts.severity,
    title: facts.title,
    words: facts.words,
    product_id: facts.productId,
    sale_id: facts.saleId,
    received_at: facts.receivedAt,
    has_time: facts.hasTime ? 1 : 0,
    answer_due_at: due.answerDueAt,
    resolution_due_at: due.resolutionDueAt,
    handled_by: facts.handledBy,
  };
}
