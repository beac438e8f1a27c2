import type { Language } from '#shared/contract/settings.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { formatMoney, minorToDecimal } from '#shared/domain/money.ts';
import { formatE4 } from '#shared/domain/text/decimal.ts';
import { pageLetters } from '../../accountant/files/pdf-page.ts';

/** How figures and days read on paper. */
export interface PaperFigures {
  /** With the currency's sign, for sums. */
  money(minor: number): string;
  /** Without it, for columns. */
  amount(minor: number): string;
  /** Ten-thousandths of a unit of money. */
  price(e4: number): string;
  quantity(e4: number): string;
  day(iso: string): string;
}

/** Figures of a language and a currency. A sign that the paper has no shape for is the currency's code. */
export function figuresOf(language: Language, currency: string): PaperFigures {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const digits = minorDigits(currency);
  const number = (least: number, most: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most });
  const [whole, exact, loose] = [number(0, 0), number(digits, digits), number(0, 4)];
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const amount = (minor: number) => {
    const hidden = currency === 'IDR' && minor % 10 ** digits === 0;
    return (hidden ? whole : exact).format(minorToDecimal(minor, digits)).replace('-', '\u2212');
  };
  return {
    amount,
    money: (minor) => {
      const text = formatMoney(minor, currency, language);
      return pageLetters(text).isWhole ? text : `${currency}\u00a0${amount(minor)}`;
    },
    price: (e4) => {
      const isMinor = e4 % 10 ** (4 - digits) === 0;
      const isHidden = currency === 'IDR' && e4 % 10_000 === 0;
      const shown = isMinor && !isHidden ? exact : loose;
      return shown.format(formatE4(e4) as `${number}`);
    },
    quantity: (e4) => loose.format(formatE4(e4) as `${number}`),
    day: (iso) => days.format(new Date(`${iso}T00:00:00Z`)),
  };
}
