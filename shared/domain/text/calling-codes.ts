/** How a country's numbers are written. Lengths count the national digits without the trunk zero. */
export interface PhoneRegion {
  readonly code: string;
  readonly trunk: '0' | '';
  readonly min: number;
  readonly max: number;
}

function region(code: string, trunk: '0' | '', min: number, max: number): PhoneRegion {
  return { code, trunk, min, max };
}

/** Regions a shop may choose as its own; source: ITU-T E.164 national numbering plans. */
export const PHONE_REGIONS: Readonly<Record<string, PhoneRegion>> = {
  ID: region('62', '0', 7, 12),
  MY: region('60', '0', 7, 10),
  SG: region('65', '', 8, 8),
  BN: region('673', '', 7, 7),
  TL: region('670', '', 7, 8),
  TH: region('66', '0', 8, 9),
  PH: region('63', '0', 8, 10),
  VN: region('84', '0', 9, 10),
  KH: region('855', '0', 8, 9),
  AU: region('61', '0', 9, 9),
  NZ: region('64', '0', 8, 10),
  CN: region('86', '0', 9, 11),
  HK: region('852', '', 8, 8),
  TW: region('886', '0', 8, 9),
  JP: region('81', '0', 9, 10),
  KR: region('82', '0', 8, 10),
  IN: region('91', '0', 10, 10),
  SA: region('966', '0', 8, 9),
  AE: region('971', '0', 8, 9),
  NL: region('31', '0', 9, 9),
  GB: region('44', '0', 9, 10),
  DE: region('49', '0', 6, 11),
  FR: region('33', '0', 9, 9),
  US: region('1', '', 10, 10),
  CA: region('1', '', 10, 10),
};

const BY_CODE: ReadonlyMap<string, PhoneRegion> = new Map(
  Object.values(PHONE_REGIONS).map((entry) => [entry.code, entry]),
);
const TWO_DIGITS = new Set(
  (
    '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 ' +
    '60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'
  ).split(' '),
);

/** The calling code that international digits begin with (prefix-free by ITU-T E.164). */
export function callingCodeOf(digits: string): string {
  if (digits.startsWith('1') || digits.startsWith('7')) return digits.slice(0, 1);
  const two = digits.slice(0, 2);
  return TWO_DIGITS.has(two) ? two : digits.slice(0, 3);
}

/** What is known about a calling code's numbers, or null. */
export function regionOfCode(code: string): PhoneRegion | null {
  return BY_CODE.get(code) ?? null;
}
