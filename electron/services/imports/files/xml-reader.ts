import { SaxesParser } from 'saxes';
import { badFile } from '#shared/errors.ts';
import {
  MAX_DEPTH,
  MAX_TOKEN,
  RootNames,
  type XmlAttributes,
  type XmlListener,
  type XmlRoot,
} from './xml-listener.ts';
import { XmlText } from './xml-text.ts';

function asAttributes(record: Readonly<Record<string, string>>): XmlAttributes {
  return { names: Object.keys(record), get: (name) => record[name] };
}

/** Strict XML of bounded depth and token size without DTD, on saxes; fed piece by piece. */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  readonly #text = new XmlText();
  #fed = 0;
  #lastEvent = 0;
  #depth = 0;

  constructor(root: XmlRoot, listener: XmlListener) {
    const parser = this.#parser;
    const names = new RootNames(root);
    parser.on('error', (error) => {
      throw badFile('damaged', error.message.slice(0, 80));
    });
    parser.on('doctype', () => {
      throw badFile('hostile', 'a document type declaration');
    });
    parser.on('opentag', (tag) => {
      const attributes = asAttributes(tag.attributes);
      this.#lastEvent = this.#fed;
      this.#depth += 1;
      if (this.#depth === 1) names.check(tag.name, attributes);
      else if (this.#depth > MAX_DEPTH) throw badFile('hostile', 'XML nested too deeply');
      listener.open(names.local(tag.name), attributes, this.#depth);
    });
    parser.on('closetag', (tag) => {
      listener.close?.(names.local(tag.name), this.#depth);
      this.#depth -= 1;
    });
    const hear = (text: string) => listener.text?.(text);
    parser.on('text', hear);
    parser.on('cdata', hear);
  }

  feed(bytes: Buffer): void {
    this.#fed += bytes.length;
    this.#parser.write(this.#text.feed(bytes));
    if (this.#fed - this.#lastEvent > MAX_TOKEN) {
      throw badFile('hostile', 'an XML token over 1 MiB');
    }
  }

  finish(): void {
    this.#text.finish();
    this.#parser.close();
  }
}

/** Reads a whole part. */
export async function readXml(
  bytes: AsyncIterable<Buffer>,
  root: XmlRoot,
  listener: XmlListener,
): Promise<void> {
  const reader = new XmlReader(root, listener);
  for await (const chunk of bytes) reader.feed(chunk);
  reader.finish();
}
