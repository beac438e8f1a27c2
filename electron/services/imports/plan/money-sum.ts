const SCALE = 100_000_000n;

/** Adds up lines exactly (in 10^-8 of the currency) and as they are stored (in minor units). */
export class MoneySum {
  #exact = 0n;
  /** What still fits a double without loss; moved over before it does not. */
  #pending = 0;
  storedMinor = 0;
  roundedLines = 0;
  readonly #minorScale: number;

  /** `digits` are the decimals of the currency's minor unit. */
  constructor(digits: number) {
    this.#minorScale = 10 ** (8 - digits);
  }

  /** A line of `factor` × `e4` (both ten-thousandths) less `discountMinor`, stored as `amountMinor`. */
  add(factor: number, e4: number, discountMinor: number, amountMinor: number): void {
    const product = factor * e4;
    const discount = discountMinor * this.#minorScale * (product < 0 ? -1 : 1);
    const stored = amountMinor * this.#minorScale;
    this.storedMinor += amountMinor;
    if (
      Number.isSafeInteger(product) &&
      Number.isSafeInteger(discount) &&
      Number.isSafeInteger(stored)
    ) {
      if (product - discount !== stored) this.roundedLines += 1;
      const sum = this.#pending + product - discount;
      if (Number.isSafeInteger(sum)) this.#pending = sum;
      else {
        this.#exact += BigInt(this.#pending) + BigInt(product) - BigInt(discount);
        this.#pending = 0;
      }
      return;
    }
    const scale = BigInt(this.#minorScale);
    const sign = product < 0 ? -1n : 1n;
    const exact = BigInt(factor) * BigInt(e4) - BigInt(discountMinor) * scale * sign;
    if (exact !== BigInt(amountMinor) * scale) this.roundedLines += 1;
    this.#exact += exact;
  }

  /** What was given back of a sale afterwards. */
  takeBack(minor: number): void {
    this.storedMinor -= minor;
    this.#exact -= BigInt(minor) * BigInt(this.#minorScale);
  }

  /** The exact sum as a plain decimal, without zeros at the end. */
  get exact(): string {
    const sum = this.#exact + BigInt(this.#pending);
    const size = sum < 0n ? -sum : sum;
    const fraction = (size % SCALE).toString().padStart(8, '0').replace(/0+$/, '');
    return `${sum < 0n ? '-' : ''}${size / SCALE}${fraction === '' ? '' : `.${fraction}`}`;
  }
}
