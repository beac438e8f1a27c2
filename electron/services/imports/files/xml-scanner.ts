import { badFile } from '#shared/errors.ts';
import { decodeReferences, hasIllegalCharacter } from './xml-entities.ts';
import { MAX_DEPTH, MAX_TOKEN, RootNames, type XmlListener, type XmlRoot } from './xml-listener.ts';
import { nameEnd, TagScan } from './xml-tag.ts';
import { XmlText } from './xml-text.ts';

const BLANK = /^[ \t\n]*$/;

function isBlank(text: string, from: number, to: number): boolean {
  return from <= to && BLANK.test(text.slice(from, to));
}

/**
 * The same strict reading as `XmlReader`, several times as fast, for the parts with millions of
 * tags. It checks nesting, quoting, references, repeated attributes and characters; what it does not
 * check is which letters beyond ASCII a name may have, and what the XML declaration says.
 */
export class XmlScanner {
  readonly #text = new XmlText();
  readonly #names: RootNames;
  readonly #listener: XmlListener;
  readonly #tag = new TagScan();
  /** Names of the open elements as in the file, and as the listener knows them. */
  readonly #open: string[] = [];
  readonly #locals: string[] = [];
  #rest = '';
  #endsWithReturn = false;
  #isStart = true;
  #hasRoot = false;

  constructor(root: XmlRoot, listener: XmlListener) {
    this.#names = new RootNames(root);
    this.#listener = listener;
  }

  feed(bytes: Buffer): void {
    const text = this.#normalise(this.#text.feed(bytes));
    if (hasIllegalCharacter(text)) throw badFile('damaged', 'a character XML does not allow');
    // join, unlike +, makes one flat string, whose characters are read several times as fast.
    const joined = this.#rest === '' ? text : [this.#rest, text].join('');
    const done = this.#scan(joined);
    this.#rest = joined.slice(done);
    if (this.#rest.length > MAX_TOKEN) throw badFile('hostile', 'an XML token over 1 MiB');
  }

  finish(): void {
    this.#text.finish();
    if (this.#open.length > 0 || !this.#hasRoot) throw badFile('damaged', 'XML ends too early');
    if (!BLANK.test(this.#rest)) throw badFile('damaged', 'text after the end of XML');
  }

  /** Line ends are one line feed to XML, whatever they are in the file. */
  #normalise(text: string): string {
    const start = this.#endsWithReturn && text.startsWith('\n') ? 1 : 0;
    if (text !== '') this.#endsWithReturn = text.endsWith('\r');
    const cut = start === 0 ? text : text.slice(1);
    return cut.includes('\r') ? cut.replace(/\r\n?/g, '\n') : cut;
  }

  /** Takes every token that is complete and returns where the first incomplete one begins. */
  #scan(text: string): number {
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag === -1) return at;
      if (tag > at) this.#tell(text.slice(at, tag));
      const next = this.#scanMarkup(text, tag);
      if (next === -1) return tag;
      this.#isStart = false;
      at = next;
    }
  }

  /** Index after the markup at `at`, or -1 where it is not complete yet. */
  #scanMarkup(text: string, at: number): number {
    if (at + 1 === text.length) return -1;
    switch (text.charCodeAt(at + 1)) {
      case 47:
        return this.#scanEnd(text, at);
      case 33:
        return this.#scanDeclaration(text, at);
      case 63:
        return this.#scanInstruction(text, at);
      default:
        return this.#scanStart(text, at);
    }
  }

  #scanStart(text: string, at: number): number {
    const tag = this.#tag;
    const end = tag.scan(text, at);
    if (end === -1) return -1;
    const open = this.#open;
    if (open.length === 0) {
      if (this.#hasRoot) throw badFile('damaged', 'XML has two roots');
      this.#hasRoot = true;
      this.#names.check(tag.name, tag);
    } else if (open.length >= MAX_DEPTH) throw badFile('hostile', 'XML nested too deeply');
    const local = this.#names.local(tag.name);
    const depth = open.length + 1;
    this.#listener.open(local, tag, depth);
    if (tag.isSelfClosing) {
      this.#listener.close?.(local, depth);
    } else {
      open.push(tag.name);
      this.#locals.push(local);
    }
    return end;
  }

  #scanEnd(text: string, at: number): number {
    const name = this.#open.at(-1) ?? '';
    let end = at + 2 + name.length;
    // Fast path: the tag is complete and closed at once.
    if (text.charCodeAt(end) !== 62) {
      end = text.indexOf('>', at + 2);
      if (end === -1) return -1;
      if (!text.startsWith(name, at + 2) || !isBlank(text, at + 2 + name.length, end)) {
        this.#refuseEnd();
      }
    } else if (!text.startsWith(name, at + 2)) this.#refuseEnd();
    if (this.#open.length === 0) this.#refuseEnd();
    this.#listener.close?.(this.#locals.at(-1) ?? '', this.#open.length);
    this.#open.pop();
    this.#locals.pop();
    return end + 1;
  }

  #refuseEnd(): never {
    throw badFile('damaged', 'an end tag that does not fit');
  }

  #scanDeclaration(text: string, at: number): number {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4);
      if (end === -1 || end + 2 >= text.length) return -1;
      if (text.charCodeAt(end + 2) !== 62) throw badFile('damaged', 'a broken XML comment');
      return end + 3;
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9);
      if (end === -1) return -1;
      if (this.#open.length === 0) throw badFile('damaged', 'text outside the root');
      this.#listener.text?.(text.slice(at + 9, end));
      return end + 3;
    }
    const start = text.slice(at, at + 9);
    if (start === '<!DOCTYPE') throw badFile('hostile', 'a document type declaration');
    const isCut = '<![CDATA['.startsWith(start) || '<!DOCTYPE'.startsWith(start) || start === '<!-';
    if (isCut && start.length < 9) return -1;
    throw badFile('damaged', 'a broken XML declaration');
  }

  #scanInstruction(text: string, at: number): number {
    const end = text.indexOf('?>', at + 2);
    if (end === -1) return -1;
    const target = text.slice(at + 2, nameEnd(text, at + 2));
    if (target.toLowerCase() === 'xml' && !(this.#isStart && target === 'xml')) {
      throw badFile('damaged', 'an XML declaration in a wrong place');
    }
    return end + 2;
  }

  #tell(text: string): void {
    if (this.#open.length === 0) {
      if (!BLANK.test(text)) throw badFile('damaged', 'text outside the root');
      this.#isStart = false;
      return;
    }
    if (text.includes(']]>')) throw badFile('damaged', 'an XML section that was never opened');
    this.#listener.text?.(text.includes('&') ? decodeReferences(text) : text);
  }
}
