import { badFile } from '#shared/errors.ts';
import type { SheetInfo } from '../workbook.ts';
import { MAX_SHEET_NAME, MAX_SHEETS } from '../xlsx-package.ts';
import type { XmlAttributes, XmlListener } from '../xml-listener.ts';

const MAX_STYLES = 65_536;
const SHEET_DEPTH = 4;

interface CellStyle {
  readonly data: string | undefined;
  readonly parent: string | undefined;
}

/** Hears an OpenDocument's parts once: which sheets there are, and which styles show a span of time. */
export class OdsOutline implements XmlListener {
  readonly sheets: SheetInfo[] = [];
  isSpreadsheet = false;
  /** The day that numbers are counted from. */
  firstDay = '1899-12-30';
  readonly #hiddenStyles = new Set<string>();
  readonly #spans = new Set<string>();
  readonly #cellStyles = new Map<string, CellStyle>();
  #tableStyle: string | null = null;

  open(name: string, attributes: XmlAttributes, depth: number): void {
    if (name === '?:style:style') this.#openStyle(attributes);
    else if (name === '?:style:table-properties') {
      const isHidden = attributes.get('table:display') === 'false';
      if (isHidden && this.#tableStyle !== null) this.#hiddenStyles.add(this.#tableStyle);
    } else if (name === '?:number:time-style') {
      if (attributes.get('number:truncate-on-overflow') === 'false')
        this.#spans.add(attributes.get('style:name') ?? '');
    } else if (name === 'spreadsheet') this.isSpreadsheet = true;
    else if (name === '?:table:null-date')
      this.firstDay = attributes.get('table:date-value') ?? this.firstDay;
    else if (name === '?:table:table' && depth === SHEET_DEPTH) this.#openSheet(attributes);
    if (this.#cellStyles.size > MAX_STYLES || this.#spans.size > MAX_STYLES)
      throw badFile('hostile', 'over 65,536 cell formats');
  }

  /** Whether a cell of that style shows hours beyond a day. */
  isSpan(style: string | undefined): boolean {
    let at = this.#cellStyles.get(style ?? '');
    for (let steps = 0; at !== undefined && steps < 8; steps += 1) {
      if (at.data !== undefined) return this.#spans.has(at.data);
      at = this.#cellStyles.get(at.parent ?? '');
    }
    return false;
  }

  #openStyle(attributes: XmlAttributes): void {
    const [name, family] = [attributes.get('style:name') ?? '', attributes.get('style:family')];
    this.#tableStyle = family === 'table' ? name : null;
    if (family !== 'table-cell') return;
    const data = attributes.get('style:data-style-name');
    this.#cellStyles.set(name, { data, parent: attributes.get('style:parent-style-name') });
  }

  #openSheet(attributes: XmlAttributes): void {
    const name = attributes.get('table:name') ?? '';
    if (name.length > MAX_SHEET_NAME)
      throw badFile('hostile', 'a sheet name over 1,024 characters');
    if (this.sheets.length >= MAX_SHEETS) throw badFile('hostile', 'over 5,000 sheets');
    const hidden = this.#hiddenStyles.has(attributes.get('table:style-name') ?? '');
    this.sheets.push({ index: this.sheets.length, name, hidden });
  }
}
