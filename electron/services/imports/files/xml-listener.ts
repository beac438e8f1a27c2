import { badFile } from '#shared/errors.ts';

/** Bytes or characters that may pass without one tag or text being complete. */
export const MAX_TOKEN = 1_048_576;
export const MAX_DEPTH = 64;

/** The attributes of the tag at hand, by their name in the file; not to be kept after the call. */
export interface XmlAttributes {
  readonly names: readonly string[];
  get(name: string): string | undefined;
}

/**
 * Hears one part. Names are local ones of the root's own namespace (`x:row` is `row`); elements of
 * other namespaces keep their prefix or, where the root has one, get `?:`. The root's depth is 1.
 */
export interface XmlListener {
  open(name: string, attributes: XmlAttributes, depth: number): void;
  close?(name: string, depth: number): void;
  text?(text: string): void;
}

/** The root that a part must have, under one of these namespaces. */
export interface XmlRoot {
  readonly name: string;
  readonly namespaces: readonly string[];
}

/** The spreadsheet namespace as Office writes it and as ISO's strict form has it. */
export const SPREADSHEET_NAMESPACES: readonly string[] = [
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
];

/** Checks a part's root and then tells the names of its namespace from others by their prefix. */
export class RootNames {
  readonly #root: XmlRoot;
  #prefix = '';

  constructor(root: XmlRoot) {
    this.#root = root;
  }

  /** Fails with `damaged` where the part is something else than its place says. */
  check(name: string, attributes: XmlAttributes): void {
    const colon = name.indexOf(':');
    this.#prefix = colon === -1 ? '' : name.slice(0, colon + 1);
    const key = colon === -1 ? 'xmlns' : `xmlns:${name.slice(0, colon)}`;
    const isExpected = name.slice(colon + 1) === this.#root.name;
    if (!isExpected || !this.#root.namespaces.includes(attributes.get(key) ?? '')) {
      throw badFile('damaged', `the root is not ${this.#root.name}`);
    }
  }

  local(name: string): string {
    if (this.#prefix === '') return name;
    return name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : `?:${name}`;
  }
}
