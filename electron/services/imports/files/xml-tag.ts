import { badFile } from '#shared/errors.ts';
import { decodeReferences } from './xml-entities.ts';
import type { XmlAttributes } from './xml-listener.ts';

const MAX_ATTRIBUTES = 256;

/** Which ASCII characters a name may have: 1 inside it, 2 also at its start. */
const NAME = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:') {
  NAME[letter.charCodeAt(0)] = 2;
}
for (const mark of '0123456789.-') NAME[mark.charCodeAt(0)] = 1;

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9;
}

/** Index after the name that begins at `from`; fails with `damaged` where none does. */
export function nameEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128) continue;
    const allowed = NAME[code] ?? 0;
    if (allowed === 0) break;
    if (at === from && allowed !== 2) throw badFile('damaged', 'a broken XML name');
  }
  if (at === from && at < text.length) throw badFile('damaged', 'a broken XML name');
  return at;
}

/** One start tag, its lists used again for the next, so that millions of tags make no garbage. */
export class TagScan implements XmlAttributes {
  readonly #names: string[] = [];
  readonly #values: string[] = [];
  // Counted by hand: emptying an array lets go of its memory, which the next tag needs again.
  #count = 0;
  name = '';
  isSelfClosing = false;

  get names(): readonly string[] {
    return this.#names.slice(0, this.#count);
  }

  get(name: string): string | undefined {
    for (let at = 0; at < this.#count; at += 1) {
      if (this.#names[at] === name) return this.#values[at];
    }
    return undefined;
  }

  /** Index after the tag that begins at `from`, or -1 where the text ends within it. */
  scan(text: string, from: number): number {
    this.#count = 0;
    let at = nameEnd(text, from + 1);
    this.name = text.slice(from + 1, at);
    for (;;) {
      const gap = at;
      while (isBlank(text.charCodeAt(at))) at += 1;
      if (at >= text.length) return -1;
      const code = text.charCodeAt(at);
      if (code === 62) {
        this.isSelfClosing = false;
        return at + 1;
      }
      if (code === 47) {
        if (at + 1 === text.length) return -1;
        if (text.charCodeAt(at + 1) !== 62) throw badFile('damaged', 'a broken tag');
        this.isSelfClosing = true;
        return at + 2;
      }
      if (gap === at) throw badFile('damaged', 'attributes run together');
      at = this.#scanAttribute(text, at);
      if (at === -1) return -1;
    }
  }

  #scanAttribute(text: string, from: number): number {
    let at = nameEnd(text, from);
    const name = text.slice(from, at);
    while (isBlank(text.charCodeAt(at))) at += 1;
    if (at >= text.length) return -1;
    if (text.charCodeAt(at) !== 61) throw badFile('damaged', 'an attribute without a value');
    at += 1;
    while (isBlank(text.charCodeAt(at))) at += 1;
    if (at >= text.length) return -1;
    const quote = text.charCodeAt(at);
    if (quote !== 34 && quote !== 39) throw badFile('damaged', 'an attribute without quotes');
    const start = at + 1;
    let isPlain = true;
    for (at = start; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === quote) break;
      if (code === 60) throw badFile('damaged', 'a tag within an attribute');
      if (code === 38 || code < 32) isPlain = false;
    }
    if (at >= text.length) return -1;
    this.#add(name, text.slice(start, at), isPlain);
    return at + 1;
  }

  #add(name: string, raw: string, isPlain: boolean): void {
    if (this.get(name) !== undefined) throw badFile('damaged', 'the same attribute twice');
    if (this.#count === MAX_ATTRIBUTES) throw badFile('hostile', 'over 256 attributes');
    this.#names[this.#count] = name;
    this.#values[this.#count] = isPlain ? raw : decodeReferences(raw.replace(/[\t\n]/g, ' '));
    this.#count += 1;
  }
}
