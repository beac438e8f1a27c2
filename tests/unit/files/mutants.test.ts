import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip } from '#electron/services/imports/files/zip-parts.ts';
import { AppFailure } from '#shared/errors.ts';
import { tellFigure } from '#tests/support/figures.ts';
import { makeXlsx, makeZip, type ZipPart } from '#tests/support/shop/make-xlsx.ts';
import { readAll } from './read-all.ts';
import { makeOds, odsCell, odsRow, odsText } from './workbooks/small-ods.ts';
import { writeBook } from './workbooks/written-books.ts';

const mutants = process.env['LANGGAN_FULL'] === '1' ? 20_000 : 2000;
/** Nothing this small takes that long; what does is taken for hung. */
const longestMs = 2000;

let folder = '';
let oldBook: Buffer = Buffer.alloc(0);
let binaryParts: readonly ZipPart[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mutants-'));
  oldBook = readFileSync(writeBook(folder, 'biff8'));
  binaryParts = await partsOf(writeBook(folder, 'xlsb'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same numbers in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

type Random = (below: number) => number;
type Change = (bytes: Buffer, random: Random) => Buffer;

const changes: readonly Change[] = [
  (bytes, random) => {
    const at = random(bytes.length);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random(8)), at);
    return bytes;
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  (bytes, random) => {
    const [from, to] = [random(bytes.length), random(bytes.length)];
    bytes.copyWithin(to, from, Math.min(bytes.length, from + random(60)));
    return bytes;
  },
  (bytes, random) => {
    const at = random(bytes.length);
    const odd = ['"', ',', ';', '\r', '\n', '\0', '<', '>', '&', '\xff', '\x80', ']]>'];
    const text = Buffer.from(odd[random(odd.length)] ?? '', 'latin1');
    return Buffer.concat([bytes.subarray(0, at), text, bytes.subarray(at)]);
  },
  (bytes, random) => {
    const at = random(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(9))]);
  },
  (bytes, random) => bytes.fill(random(256), random(bytes.length)),
];

const text = Buffer.from(
  'No Nota;Tanggal;Nama;HP;Total\r\n' +
    '"1";25/03/2026;"Siti; Rahayu";081255500137;12.500,00\r\n' +
    '2;26/03/2026;Büdi;+62812;9.000\r\n'.repeat(12),
);

async function outcomeOf(path: string, read: typeof readAll): Promise<string> {
  const from = performance.now();
  try {
    await read(path);
  } catch (error) {
    if (!(error instanceof AppFailure) || error.error.code !== 'BAD_FILE')
      return `fails without a code: ${String(error)}`;
    return 'refused';
  }
  return performance.now() - from > longestMs ? 'takes too long' : 'read';
}

function mutated(good: Buffer, random: Random): Buffer {
  let bytes = Buffer.from(good);
  for (let times = 1 + random(3); times > 0 && bytes.length > 0; times -= 1)
    bytes = Buffer.from((changes[random(changes.length)] ?? ((same) => same))(bytes, random));
  return bytes;
}

/** Writes a mutant to a path. */
type Make = (path: string, random: Random) => void;

/** What became of mutants of a good file. */
async function tryMutants(make: Make, count: number, read: typeof readAll) {
  const path = join(folder, 'mutant');
  const seen: Record<string, number> = {};
  for (let made = 0; made < count; made += 1) {
    make(path, randomFrom(made + 1));
    const outcome = await outcomeOf(path, read);
    seen[outcome] = (seen[outcome] ?? 0) + 1;
  }
  return seen;
}

const chat = Buffer.from(
  '25/03/26 09.15 - Pesan dienkripsi secara end-to-end.\n' +
    '[26/03/26 09.15.20] Bu Ratna: \u200ePagi: kopi\nyang halus\n'.repeat(4) +
    '27/3/26, 9:15\u202fAM - Toko Melati: Ada\n'.repeat(4),
);

const makeChat: Make = (path, random) => writeFileSync(path, mutated(chat, random));

const makeText: Make = (path, random) => writeFileSync(path, mutated(text, random));

/** Three of four have a part changed within a whole zip: its checksum would tell of the rest at once. */
const makeWorkbook: Make = (path, random) => {
  const isWithin = random(4) > 0;
  const chosen = random(6);
  let at = 0;
  makeXlsx(path, {
    strings: '<si><t>Siti</t></si><si><r><t>Bu</t></r><r><t>di</t></r></si>',
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    rows: '<row><c t="s"><v>0</v></c><c s="1"><v>45000</v></c><c t="s"><v>1</v></c></row>'.repeat(
      6,
    ),
    change: (part) => {
      at += 1;
      if (!isWithin || at - 1 !== chosen) return part;
      return { ...part, content: mutated(Buffer.from(part.content), random) };
    },
  });
  if (!isWithin) writeFileSync(path, mutated(readFileSync(path), random));
};

async function partsOf(path: string): Promise<ZipPart[]> {
  const zip = await openZip(path);
  const parts: ZipPart[] = [];
  for (const name of zip.names) {
    const chunks: Buffer[] = [];
    for await (const bytes of zip.read(name)) chunks.push(bytes);
    parts.push({ name, content: Buffer.concat(chunks) });
  }
  zip.close();
  return parts;
}

const makeOld: Make = (path, random) => writeFileSync(path, mutated(oldBook, random));

/** As of the workbook above: a part within a whole zip, or the zip itself. */
const makeBinary: Make = (path, random) => {
  const [isWithin, chosen] = [random(4) > 0, random(binaryParts.length)];
  const change = (part: ZipPart, at: number): ZipPart =>
    isWithin && at === chosen
      ? { ...part, content: mutated(Buffer.from(part.content), random) }
      : part;
  makeZip(path, binaryParts.map(change));
  if (!isWithin) writeFileSync(path, mutated(readFileSync(path), random));
};

const makeOpenDocument: Make = (path, random) => {
  const isWithin = random(4) > 0;
  const values = odsCell('float', '5') + odsCell('date', '2026-03-05') + odsCell('time', 'PT9H5M');
  makeOds(path, {
    columns: '<table:table-column table:number-columns-repeated="3"/>',
    rows:
      odsRow(odsText('Siti', 'a<text:s text:c="3"/>b')) +
      odsRow(values, ' table:number-rows-repeated="3"').repeat(3),
    change: (part) =>
      isWithin && part.name === 'content.xml'
        ? { ...part, content: mutated(Buffer.from(part.content), random) }
        : part,
  });
  if (!isWithin) writeFileSync(path, mutated(readFileSync(path), random));
};

const page = Buffer.from(
  '<html><table border=1><tr><th>Nama</th><th colspan=2>HP</th></tr>' +
    '<tr><td rowspan="2">Siti &amp; Ayu<br>Kopi</td><td>0812</td><td>&#65;</td></tr>'.repeat(8) +
    '</table></html>',
);
const makePage: Make = (path, random) => writeFileSync(path, mutated(page, random));

/** A reader with a fault that only some mutants meet: half a quote is no sentence of ours. */
const faulty: typeof readAll = async (path, ...rest) => {
  if (readFileSync(path).includes('\0')) throw new TypeError('Cannot read properties of undefined');
  return readAll(path, ...rest);
};

describe('mutants of a good file', () => {
  const formats = {
    CSV: makeText,
    XLSX: makeWorkbook,
    XLS: makeOld,
    XLSB: makeBinary,
    ODS: makeOpenDocument,
    HTML: makePage,
    chat: makeChat,
  };

  it.each(Object.entries(formats))(
    '%s are read, or refused by a code, in time',
    async (name, make) => {
      const seen = await tryMutants(make, mutants, readAll);
      expect(Object.keys(seen).sort(), JSON.stringify(seen)).toEqual(['read', 'refused']);
      tellFigure(
        'S2',
        `${mutants} ${name} mutants: ${seen['read']} read, ${seen['refused']} refused, 0 otherwise`,
      );
    },
  );

  it('find a fault that a reader has', async () => {
    const seen = await tryMutants(makeText, 200, faulty);
    expect(Object.keys(seen).some((one) => one.startsWith('fails without a code'))).toBe(true);
  });
});
