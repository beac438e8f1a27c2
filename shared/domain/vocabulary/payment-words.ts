/** How people write that they paid: `QRIS`, `Transfer BCA`, `cash`. */
const PAID_BY: ReadonlySet<string> = new Set(
  (
    'cash tunai qris transfer tf trf debit debet kredit credit card kartu edc gopay ovo dana shopeepay ' +
    'spay linkaja bca bri bni mandiri bsi cod paypal ewallet giro cek voucher'
  ).split(' '),
);
const BESIDE: ReadonlySet<string> = new Set(['bank', 'via', 'e', 'wallet', 'non', 'lunas', 'va']);

/** Whether a text says by what something was paid, and nothing else. */
export function isPaymentMethod(text: string): boolean {
  const words = text
    .slice(0, 60)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const paid = words.filter((word) => PAID_BY.has(word));
  return paid.length > 0 && words.every((word) => PAID_BY.has(word) || BESIDE.has(word));
}
