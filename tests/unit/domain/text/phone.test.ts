import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isValidPhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import {
  formatPhone,
  phoneDigits,
  phoneSearchDigits,
  readPhones,
} from '#shared/domain/text/phone.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const expectedFile = sharedData('names/libphonenumber_ID_expected.json');

interface OracleCase {
  readonly input: string;
  readonly e164: string | null;
  readonly valid: boolean | null;
}

/**
 * Where we mean to differ: `0062…` is dialled abroad and understood, two numbers are both taken, and
 * short service codes (1500888 aside) are nobody's telephone.
 */
const OURS: Readonly<Record<string, readonly string[]>> = {
  '0062 812 3456 7890': ['+6281234567890'],
  '081234567890/081298765432': ['+6281234567890', '+6281298765432'],
};

describe.skipIf(expectedFile === null)(
  'the 38 reference forms (skipped without shared data)',
  () => {
    const file = expectedFile === null ? '{"cases":[]}' : readFileSync(expectedFile, 'utf8');
    const { cases } = JSON.parse(file) as { cases: readonly OracleCase[] };
    it('are read as the reference library reads them, but for the forms we name', () => {
      const wrong = cases.filter((one) => {
        const expected =
          OURS[one.input] ?? (one.valid === true && one.e164 !== null ? [one.e164] : []);
        return JSON.stringify(readPhones(one.input, 'ID').phones) !== JSON.stringify(expected);
      });
      expect(wrong).toEqual([]);
      expect(cases.length).toBe(38);
    });
  },
);

const mobile = fc
  .tuple(fc.constantFrom('81', '82', '83', '85', '87', '88', '89'), fc.stringMatching(/^\d{7,9}$/))
  .map(([head, tail]) => head + tail)
  .filter((national) => !/0{6}$/.test(national));

describe('Indonesian mobiles', () => {
  it('come out as the reference library reads them, in every way of writing', () => {
    fc.assert(
      fc.property(mobile, (n) => {
        const e164 = `+62${n}`;
        fc.pre(isValidPhoneNumber(e164));
        const forms = [
          `0${n}`,
          `62${n}`,
          e164,
          n,
          `+62 (0)${n}`,
          `0${n.slice(0, 3)}-${n.slice(3, 7)}-${n.slice(7)}`,
          `+62 ${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`,
          `(0${n.slice(0, 3)}) ${n.slice(3)}`,
          formatPhone(e164, 'national'),
          formatPhone(e164, 'international'),
        ];
        for (const form of forms) {
          expect(readPhones(form, 'ID')).toEqual({ phones: [e164], problem: null });
        }
        expect(readPhones(Number(n), 'ID').phones).toEqual([e164]);
      }),
    );
  });

  it('are grouped as the reference library groups them', () => {
    fc.assert(
      fc.property(mobile, (n) => {
        fc.pre(isValidPhoneNumber(`+62${n}`));
        const oracle = parsePhoneNumberFromString(`+62${n}`)?.formatNational();
        expect(formatPhone(`+62${n}`, 'national')).toBe(oracle);
      }),
    );
  });

  it('are found by whatever a person types of them', () => {
    fc.assert(
      fc.property(mobile, fc.integer({ min: 6, max: 9 }), (n, length) => {
        const digits = phoneDigits(`+62${n}`);
        const start = n.slice(0, length);
        for (const typed of [`0${start}`, `62${start}`, `+62 ${start}`, start, n.slice(-4)]) {
          expect(digits).toContain(phoneSearchDigits(typed));
        }
      }),
    );
  });
});

describe('cells with telephones', () => {
  it.each([
    ['021-5551234 ext. 12', ['+62215551234'], null],
    ['021 5551234 pes 5', ['+62215551234'], null],
    ['(0274) 512345', ['+62274512345'], null],
    ['HP: 0812 3456 7890', ['+6281234567890'], null],
    ['0812-3456-7890 (istri)', ['+6281234567890'], null],
    ['081234567890 dan 085712345678', ['+6281234567890', '+6285712345678'], null],
    ['081234567890 atau 085712345678', ['+6281234567890', '+6285712345678'], null],
    [
      '081234567890, 085712345678; 02155512345',
      ['+6281234567890', '+6285712345678', '+622155512345'],
      null,
    ],
    ['081234567890\n085712345678', ['+6281234567890', '+6285712345678'], null],
    ['081234567890 085712345678', ['+6281234567890', '+6285712345678'], null],
    ['081234567890 / 6281234567890', ['+6281234567890'], null],
    ['081234567890 / 6.28E+12', ['+6281234567890'], 'damaged'],
    ['+65 9123 4567', ['+6591234567'], null],
    ['+1 415 555 2671', ['+14155552671'], null],
    ["'081234567890", ['+6281234567890'], null],
    ['\u202a+62 812\u20113456\u20117890\u202c', ['+6281234567890'], null],
    ['081234567890 \\ 085712345678', ['+6281234567890', '+6285712345678'], null],
    ['=+6281234567890', ['+6281234567890'], null],
    ['6,28123E+12', [], 'damaged'],
    ['8.12345678901E+11', [], 'damaged'],
    [6281230000000, [], 'damaged'],
    ['0812****7890', [], 'masked'],
    ['081234567890*', ['+6281234567890'], null],
    ['081234567890/91', ['+6281234567890', '+6281234567891'], null],
    ['021-5551234 / 5', ['+62215551234', '+62215551235'], null],
    ['081234567890/91/92', ['+6281234567890', '+6281234567891', '+6281234567892'], null],
    ['081234567890/1234', ['+6281234567890'], 'not-a-phone'],
    ['081234567890, 91', ['+6281234567890'], 'not-a-phone'],
    ['08O1234567', [], 'not-a-phone'],
    ['5551234', [], 'not-a-phone'],
    ['08123', [], 'not-a-phone'],
    ['Budi', [], 'not-a-phone'],
    [812.5, [], 'not-a-phone'],
    [true, [], 'not-a-phone'],
    ['', [], null],
    ['-', [], null],
    ['0', [], null],
    ['tidak ada', [], null],
    [null, [], null],
  ])('%j gives %j and the problem %s', (cell, phones, problem) => {
    expect(readPhones(cell, 'ID')).toEqual({ phones, problem });
  });

  it('belong to the shop’s own country where they carry no code', () => {
    expect(readPhones('012-345 6789', 'MY').phones).toEqual(['+60123456789']);
    expect(readPhones('9123 4567', 'SG').phones).toEqual(['+6591234567']);
    expect(readPhones('(415) 555-2671', 'US').phones).toEqual(['+14155552671']);
  });
});

describe('telephones for people', () => {
  it.each([
    ['+6281234567890', 'national', '0812-3456-7890'],
    ['+6281234567890', 'international', '+62 812-3456-7890'],
    ['+62812555018', 'national', '0812-555-018'],
    ['+62215551234', 'national', '021-555-1234'],
    ['+622155512345', 'national', '021-5551-2345'],
    ['+62274512345', 'national', '0274-512-345'],
    ['+6591234567', 'national', '+65 9123 4567'],
    ['+14155552671', 'international', '+1 415 555 2671'],
  ] as const)('%s in %s form is %s', (e164, style, text) => {
    expect(formatPhone(e164, style)).toBe(text);
  });

  it.each([
    ['5555-0118', '55550118'],
    ['0118', '118'],
    ['6281', '6281'],
    ['+65 9123', '659123'],
    ['budi', ''],
  ])('%s is looked for as %s', (typed, digits) => expect(phoneSearchDigits(typed)).toBe(digits));
});
