import { periodFigures } from '#db/queries/accountant/figures.ts';
import { oddSalesOf } from '#db/queries/accountant/odd-sales.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { periodBefore } from '#shared/domain/books/period.ts';
import { taxesTurnover } from '#shared/domain/books/turnover.ts';
import type { ReadContext } from '../../context.ts';
import { turnoverRecap } from './recap.ts';

/** What a period comes to, beside the one before it, and what is odd about it. */
export async function figuresOf(
  { db, settings, today }: ReadContext,
  period: Parsed<'accountant.figures'>,
): Promise<Output<'accountant.figures'>> {
  const before = periodBefore(period);
  return {
    figures: await periodFigures(db, period),
    before: { ...before, figures: await periodFigures(db, before) },
    odd: await oddSalesOf(db, period, today),
    recap: taxesTurnover(settings) ? await turnoverRecap(db, period, settings) : null,
    isOpen: period.to >= today,
  };
}
