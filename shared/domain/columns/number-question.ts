import { formatE4 } from '../text/decimal.ts';
import { type NumberStyle, readNumber } from '../text/numbers.ts';
import type { ColumnOption, ReadingAnswer, ReadingContext } from './question.ts';
import type { ColumnSummary, NumberEvidence } from './summary.ts';

function settled(numberStyle: NumberStyle): ReadingAnswer {
  return { reading: { numberStyle }, question: null };
}

function ask(example: string, likely: NumberStyle | null, english: NumberStyle): ReadingAnswer {
  const option = (value: NumberStyle): ColumnOption => {
    const read = readNumber(example, value);
    return {
      value,
      read: read.ok && read.e4 !== null ? formatE4(read.e4) : '',
      from: null,
      to: null,
      afterToday: 0,
      likely: value === likely,
    };
  };
  return {
    reading: null,
    question: { kind: 'number-style', example, options: [option('id'), option(english)] },
  };
}

/**
 * Values of the ambiguous kind that do not go with the column's proof. `150,000` in a column proven
 * Indonesian by its dots (`1.250.000`) alone would become 150; so would `150.000` beside `12.5`,
 * because decimals of varying length never end in 0.
 */
function contradiction(numbers: NumberEvidence, style: 'id' | 'en'): string | null {
  const { shapes, examples } = numbers;
  const kind = style === 'id' ? 'comma-3' : 'dot-3';
  if ((shapes[kind] ?? 0) === 0) return null;
  const decimal = style === 'id' ? 'comma-decimal' : 'dot-decimal';
  const mixed = style === 'id' ? 'dots-comma' : 'commas-dot';
  const proofs = (shapes[decimal] ?? 0) + (shapes[mixed] ?? 0);
  const zeros = style === 'id' ? numbers.commaThreeZero : numbers.dotThreeZero;
  const fits = proofs > 0 && (zeros === 0 || numbers.threeDecimalsProven);
  return fits ? null : (examples[kind] ?? null);
}

/**
 * The number style of a column.
 *
 * 1. Typed numbers and bare digits need no style: `plain`.
 * 2. One value that only one style can read (`1.250.000`, `1169,91`, `490.000,-` Indonesian;
 *    `1,250,000`, `1,250.00`, `29.33` English) proves the style for the column. Dot decimals without
 *    any comma are `plain`. Exception: ambiguous values that contradict the proof
 *    (`contradiction`): ask.
 * 3. Values that prove both: ask; the rows that do not fit the answer become wrong rows.
 * 4. Only `150.000`: Indonesian without asking in a money column of an IDR shop, whose prices have
 *    no thousandths. Otherwise (quantities, other currencies, English elsewhere in the file): ask.
 * 5. Only `150,000`, or both forms: ask.
 */
export function numberReading(
  summary: ColumnSummary,
  context: ReadingContext,
  isMoney: boolean,
): ReadingAnswer {
  const { numbers } = summary;
  const { shapes, examples } = numbers;
  const count = (...kinds: readonly (keyof typeof shapes)[]): number =>
    kinds.reduce((sum, kind) => sum + (shapes[kind] ?? 0), 0);
  const provesId = count('dot-groups', 'dots-comma', 'comma-decimal');
  const provesEn = count('comma-groups', 'commas-dot', 'dot-decimal');
  const example = (...kinds: readonly (keyof typeof examples)[]): string =>
    kinds.map((kind) => examples[kind]).find((text) => text !== undefined) ?? '';
  if (provesId > 0 && provesEn > 0) {
    const telling = example('dot-3', 'comma-3', 'dot-decimal', 'commas-dot', 'comma-groups');
    return ask(telling, provesId >= provesEn ? 'id' : 'en', 'en');
  }
  if (provesId > 0) {
    const odd = contradiction(numbers, 'id');
    return odd === null ? settled('id') : ask(odd, null, 'en');
  }
  if (provesEn > 0) {
    const odd = contradiction(numbers, 'en');
    const english = count('comma-groups', 'commas-dot', 'comma-3') > 0 ? 'en' : 'plain';
    return odd === null ? settled(english) : ask(odd, null, english);
  }
  const dots = count('dot-3');
  const commas = count('comma-3');
  if (dots === 0 && commas === 0) return settled('plain');
  if (dots > 0 && commas > 0) return ask(example('dot-3'), null, 'en');
  const isRupiah = isMoney && context.currency === 'IDR';
  if (dots > 0) {
    if (isRupiah && context.englishElsewhere !== true) return settled('id');
    return ask(example('dot-3'), context.currency === 'IDR' ? 'id' : null, 'en');
  }
  return ask(example('comma-3'), isMoney ? 'en' : null, 'en');
}
