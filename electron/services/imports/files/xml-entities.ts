import { badFile } from '#shared/errors.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
const REFERENCE = /&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|([a-z]+));|&/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML does not allow
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** True where a text holds a character that XML 1.0 does not allow. */
export function hasIllegalCharacter(text: string): boolean {
  return ILLEGAL.test(text);
}

function isCharacter(point: number): boolean {
  if (point < 0x20) return point === 9 || point === 10 || point === 13;
  return (
    point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point > 0xffff && point <= 0x10ffff)
  );
}

/** Resolves the five named and the numeric references; any other `&` is `damaged`. */
export function decodeReferences(text: string): string {
  return text.replace(REFERENCE, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) {
      const value = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
      if (value === undefined) throw badFile('damaged', 'an undefined entity');
      return value;
    }
    const point = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
    if (!isCharacter(point)) throw badFile('damaged', 'a broken character reference');
    return String.fromCodePoint(point);
  });
}
