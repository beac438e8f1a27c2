import { expect, it } from 'vitest';
import type { XmlListener } from '#electron/services/imports/files/xml-listener.ts';
import { XmlReader } from '#electron/services/imports/files/xml-reader.ts';
import { XmlScanner } from '#electron/services/imports/files/xml-scanner.ts';
import { AppFailure } from '#shared/errors.ts';

const ROOT = { name: 'w', namespaces: ['u'] };
const START = '<?xml version="1.0"?>\n';
const BODY =
  '<!-- c --><w xmlns="u" a=\'1\'><row r="1"><c t="s">x&amp;y &#65; z\r\n</c><c/><!-- k --><![CDATA[<&>]]></row>tail</w>\n';
const PIECES = [
  '<',
  '>',
  '/',
  '&',
  '"',
  "'",
  ' ',
  ']]>',
  '--',
  '<!',
  '?>',
  '=',
  'x',
  '\r',
  '</c>',
  '<c>',
  ';',
  ':',
];

/** What a parser tells of the bytes, cut into pieces of `step`; or that it refuses them. */
function hear(Parser: typeof XmlReader | typeof XmlScanner, bytes: Buffer, step: number): string {
  const told: string[] = [];
  let text = '';
  let depth = 0;
  const flush = (event: string) => {
    if (text !== '') told.push(`text ${text}`);
    text = '';
    told.push(event);
  };
  const listener: XmlListener = {
    open(name, attributes, level) {
      depth = level;
      flush(`open ${name} ${attributes.names.map((key) => `${key}=${attributes.get(key)}`)}`);
    },
    close(name, level) {
      flush(`close ${name}`);
      depth = level - 1;
    },
    text(part) {
      if (depth > 0) text += part;
    },
  };
  try {
    const parser = new Parser(ROOT, listener);
    for (let at = 0; at < bytes.length; at += step) parser.feed(bytes.subarray(at, at + step));
    parser.finish();
    return told.join('\n');
  } catch (error) {
    if (error instanceof AppFailure) return 'refused';
    throw error;
  }
}

it('The scanner tells and refuses exactly what saxes does on 3,000 mutants, wherever they are cut', () => {
  let seed = 7;
  const pick = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  let accepted = 0;
  for (let run = 0; run < 3_000; run += 1) {
    let body = BODY;
    for (let edits = pick(3); edits >= 0; edits -= 1) {
      const at = pick(body.length);
      const piece = pick(2) === 0 ? '' : (PIECES[pick(PIECES.length)] ?? '');
      body = body.slice(0, at) + piece + body.slice(at + pick(3));
    }
    const bytes = Buffer.from(START + body);
    const expected = hear(XmlReader, bytes, 1_000);
    expect(hear(XmlScanner, bytes, 1 + pick(40)), body).toBe(expected);
    if (expected !== 'refused') accepted += 1;
  }
  expect(accepted).toBeGreaterThan(300);
});
