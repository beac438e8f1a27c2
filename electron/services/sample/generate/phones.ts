import type { Random } from './random.ts';

/** Blocks the shop's numbers are invented in; the line numbers count through them. */
const mobileBlocks = ['8125550', '8575550', '8135550', '8785550'];

export type SamplePhone = {
  /** As a phone stores it, `+6281255500017`. */
  e164: string;
  national: string;
  isLandline: boolean;
};

/** The `index`th mobile number of the sample shop; no two are alike below 36,000. */
export function mobileNumber(index: number): SamplePhone {
  const block = mobileBlocks[index % mobileBlocks.length] ?? '8125550';
  const line = 1000 + ((Math.floor(index / mobileBlocks.length) * 7919) % 9000);
  const national = `${block}${line}`;
  return { e164: `+62${national}`, national, isLandline: false };
}

/** The `index`th landline in Yogyakarta (area 274). */
export function landlineNumber(index: number): SamplePhone {
  const national = `274555${String(100 + index)}`;
  return { e164: `+62${national}`, national, isLandline: true };
}

/** A number as one of the many ways people type it; a number cell for a lost zero. */
export function typedPhone(phone: SamplePhone, random: Random): string | number {
  const { national, e164 } = phone;
  if (phone.isLandline) {
    const line = national.slice(3);
    return random.pick([`(0274) ${line}`, `0274-${line}`, `0274${line}`, `+62 274 ${line}`]);
  }
  const parts = [national.slice(0, 3), national.slice(3, 7), national.slice(7)];
  return random.weighted<string | number>([
    [`0${national}`, 40],
    [`0${parts.join('-')}`, 16],
    [`0${parts.join(' ')}`, 8],
    [e164, 10],
    [`+62 ${parts.join('-')}`, 9],
    [e164.slice(1), 7],
    [Number(national), 10],
  ]);
}

/** What a spreadsheet leaves of a long number it took for a quantity. */
export function damagedPhone(phone: SamplePhone): string {
  const digits = phone.e164.slice(1);
  return `${digits.slice(0, 1)}.${digits.slice(1, 3)}E+${digits.length - 1}`;
}

/** What a marketplace shows: the last two digits. */
export function maskedPhone(phone: SamplePhone): string {
  return `******${phone.national.slice(-2)}`;
}

/** `Arum Baskoro` → `A****o`. */
export function maskedName(name: string): string {
  return `${name.slice(0, 1)}****${name.slice(-1)}`;
}
