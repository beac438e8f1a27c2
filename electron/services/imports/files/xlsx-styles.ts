import { badFile } from '#shared/errors.ts';
import { builtInKind, formatKind, type NumberKind } from './xlsx-dates.ts';
import type { XmlAttributes, XmlListener } from './xml-listener.ts';

/** Excel itself stops at 64,000 cell formats. */
const MAX_FORMATS = 65_536;

/** Hears `styles.xml` and keeps, for each cell format, what it makes of a number. */
export class StylesListener implements XmlListener {
  readonly kinds: NumberKind[] = [];
  readonly #codes = new Map<string, string>();
  #isInCellFormats = false;

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth === 2) this.#isInCellFormats = name === 'cellXfs';
    if (depth !== 3) return;
    if (name === 'numFmt') {
      this.#codes.set(attributes.get('numFmtId') ?? '', attributes.get('formatCode') ?? '');
    } else if (name === 'xf' && this.#isInCellFormats) {
      this.#add(attributes.get('numFmtId') ?? '0');
    }
    if (this.kinds.length > MAX_FORMATS || this.#codes.size > MAX_FORMATS) {
      throw badFile('hostile', 'over 65,536 cell formats');
    }
  }

  #add(id: string): void {
    const code = this.#codes.get(id);
    this.kinds.push(code === undefined ? builtInKind(Number(id)) : formatKind(code));
  }
}
