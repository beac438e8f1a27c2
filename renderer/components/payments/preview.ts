import type { Translate } from '#renderer/base/i18n.ts';
import type { Format } from '#renderer/components/use-format.ts';
import type { OpenSale } from '#shared/contract/payments.ts';
import { allocate } from '#shared/domain/books/account.ts';
import { openName } from './names.ts';

/** An account before a payment. */
export interface Before {
  readonly owedMinor: number;
  readonly open: readonly OpenSale[];
}

/** What is left after it: what is owed, that nothing is, or what the shop holds of theirs. */
function after(t: Translate, format: Format, owedMinor: number): string {
  if (owedMinor > 0) return t('payments.preview.owed', { owed: format.money(owedMinor) });
  if (owedMinor === 0) return t('payments.preview.even');
  return t('payments.preview.waiting', { amount: format.money(-owedMinor) });
}

/** What a payment settles and what is left of it, in sentences. `amountMinor` below zero is paid back. */
export function previewOf(
  t: Translate,
  format: Format,
  before: Before,
  payment: { readonly amountMinor: number; readonly saleIds: readonly number[] },
): string {
  const { amountMinor, saleIds } = payment;
  const left = after(t, format, before.owedMinor - amountMinor);
  if (amountMinor < 0)
    return `${t('payments.preview.back', { amount: format.money(-amountMinor) })} ${left}`;
  const isMeant = ({ saleId }: OpenSale) =>
    saleIds.length === 0 || (saleId !== null && saleIds.includes(saleId));
  const { parts, waitingMinor } = allocate(amountMinor, before.open.filter(isMeant));
  const laid = parts.flatMap((part) => {
    const sale = before.open.find(({ saleId }) => saleId === part.saleId);
    if (sale === undefined) return [];
    return [{ name: openName(t, format, sale), rest: sale.leftMinor - part.amountMinor }];
  });
  const settled = laid.filter(({ rest }) => rest === 0).map(({ name }) => name);
  const partly = laid.find(({ rest }) => rest > 0);
  const sentences: string[] = [];
  if (settled.length > 0)
    sentences.push(t('payments.preview.settles', { sales: settled.join(', ') }));
  if (partly !== undefined) {
    const { name: sale, rest } = partly;
    sentences.push(t('payments.preview.partly', { sale, left: format.money(rest) }));
  }
  if (waitingMinor > 0)
    sentences.push(t('payments.preview.over', { amount: format.money(waitingMinor) }));
  return [...sentences, left].join(' ');
}

/** The account as it was before a payment that is being changed. */
export function withoutPayment(
  account: Before,
  payment: {
    readonly amountMinor: number;
    readonly parts: readonly {
      readonly saleId: OpenSale['saleId'];
      readonly number: string | null;
      readonly soldOn: string;
      readonly amountMinor: number;
    }[];
  },
): Before {
  const open = account.open.map((sale) => {
    const part = payment.parts.find(({ saleId }) => saleId === sale.saleId);
    const back = part?.amountMinor ?? 0;
    return { ...sale, leftMinor: sale.leftMinor + back, paidMinor: sale.paidMinor - back };
  });
  const closed = payment.parts
    .filter((part) => open.every(({ saleId }) => saleId !== part.saleId))
    .map(({ amountMinor, ...sale }) => ({
      ...sale,
      dueOn: null,
      totalMinor: amountMinor,
      returnedMinor: 0,
      paidMinor: 0,
      leftMinor: amountMinor,
      coveredMinor: 0,
    }));
  const all = [...open, ...closed].sort((a, b) => (a.soldOn < b.soldOn ? -1 : 1));
  return { owedMinor: account.owedMinor + payment.amountMinor, open: all };
}
