import type { SamplePhone } from '../phones.ts';
import type { Random } from '../random.ts';

/** Ofcom keeps 07700 900000 to 900999 and 01632 960000 to 960999 for fiction: they are nobody's. */
const mobileBlock = '7700900';
const landlineBlock = '1632960';
const blockSize = 1000;

function numberIn(block: string, line: number): string {
  return `${block}${String(line % blockSize).padStart(3, '0')}`;
}

/** The `index`th mobile number of the sample shop; no two are alike below 1,000. */
export function englishMobile(index: number): SamplePhone {
  const national = numberIn(mobileBlock, index * 619);
  return { e164: `+44${national}`, national, isLandline: false };
}

/** The `index`th landline. */
export function englishLandline(index: number): SamplePhone {
  const national = numberIn(landlineBlock, 100 + index);
  return { e164: `+44${national}`, national, isLandline: true };
}

/** A number as one of the many ways people type it; a number cell for a lost zero. */
export function typedInEnglish(
  { national, e164, isLandline }: SamplePhone,
  random: Random,
  isAbroad = false,
): string | number {
  const [area, line] = [national.slice(0, 4), national.slice(4)];
  const international = [e164, `+44 ${area} ${line}`, `+44 (0)${area} ${line}`];
  if (isAbroad) return random.pick(international);
  if (isLandline) return random.pick([`(0${area}) ${line}`, `0${area} ${line}`, `0${national}`]);
  return random.weighted<string | number>([
    [`0${national}`, 40],
    [`0${area}-${line.slice(0, 3)}-${line.slice(3)}`, 16],
    [`0${area} ${line}`, 8],
    [e164, 10],
    [`+44 ${area} ${line}`, 9],
    [e164.slice(1), 7],
    [Number(national), 10],
  ]);
}
