import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { SaleSummary } from '#shared/contract/sales.ts';

/** What the sales shown come to, what is without a customer, and what does not count, in sentences. */
export function useTotals(): (summary: SaleSummary) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (summary) => {
    const { purchases, returns, nameless, notCounted, revenueMinor, namelessMinor } = summary;
    const { open, openMinor, promised, onTime, notSent } = summary;
    const revenue = format.money(revenueMinor);
    const amount = format.money(summary.returnsMinor);
    const sold =
      returns === 0
        ? t('sales.total.sold', { count: purchases, revenue })
        : t('sales.total.soldLess', {
            count: purchases,
            revenue,
            returns: t('sales.total.returns', { count: returns, amount }),
          });
    const sentences = [sold];
    if (nameless > 0 || namelessMinor !== 0)
      sentences.push(
        t('sales.total.nameless', { count: nameless, revenue: format.money(namelessMinor) }),
      );
    if (open > 0)
      sentences.push(t('sales.total.open', { count: open, amount: format.money(openMinor) }));
    if (promised > 0) {
      const percent = format.percent(onTime / promised);
      sentences.push(t('sales.total.promised', { count: promised, onTime, percent }));
    }
    if (notSent > 0) sentences.push(t('sales.total.notSent', { count: notSent }));
    if (notCounted > 0) sentences.push(t('sales.total.notCounted', { count: notCounted }));
    return sentences.join(' ');
  };
}
