import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { OpenSale } from '#shared/contract/payments.ts';

/** What is asked for: what is late, or everything open where nothing is. */
export function askedFor(open: readonly OpenSale[], today: string): readonly OpenSale[] {
  const left = open.filter(({ leftMinor, coveredMinor }) => leftMinor > coveredMinor);
  const late = left.filter(({ dueOn }) => dueOn !== null && dueOn < today);
  return late.length > 0 ? late : left;
}

function restOf({ leftMinor, coveredMinor }: OpenSale): number {
  return leftMinor - coveredMinor;
}

/** A message that asks for what is owed, to be read over and sent by the owner. */
export function reminderText(
  t: Translate,
  format: Format,
  greeting: string,
  open: readonly OpenSale[],
): string {
  const asked = askedFor(open, format.today);
  const said = asked.map((sale) => {
    const date = format.date(sale.soldOn);
    const { number, dueOn } = sale;
    return {
      greeting,
      date,
      sale:
        number === null ? t('payments.saleOf', { date }) : t('payments.remind.nota', { number }),
      left: t('payments.left', { amount: format.money(restOf(sale)) }),
      due: dueOn === null ? null : t('payments.remind.dueOn', { date: format.date(dueOn) }),
    };
  });
  const [only] = said;
  const thanks = t('payments.remind.thanks');
  if (only !== undefined && said.length === 1) {
    const { due, ...words } = only;
    const sentence =
      due === null
        ? t('payments.remind.oneNoDue', words)
        : t('payments.remind.one', { ...words, due });
    return `${sentence} ${thanks}`.trim();
  }
  const lines = said.map(({ due, ...words }) =>
    due === null
      ? t('payments.remind.lineNoDue', words)
      : t('payments.remind.line', { ...words, due }),
  );
  const amount = format.money(asked.reduce((sum, sale) => sum + restOf(sale), 0));
  const sum = t('payments.remind.sum', { amount });
  return [t('payments.remind.lines', { greeting }), ...lines, `${sum} ${thanks}`].join('\n').trim();
}
