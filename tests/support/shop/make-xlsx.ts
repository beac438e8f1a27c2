import { writeFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip; `declaredSize` and `checksum` lie where they are given. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  readonly declaredSize?: number;
  readonly checksum?: number;
  readonly isEncrypted?: boolean;
}

interface Written {
  readonly part: ZipPart;
  readonly offset: number;
  readonly packed: Buffer;
  readonly size: number;
  readonly sum: number;
}

function header(written: Written, isCentral: boolean): Buffer {
  const name = Buffer.from(written.part.name, 'utf8');
  const fields = Buffer.alloc(isCentral ? 46 : 30);
  const at = isCentral ? 2 : 0;
  fields.writeUInt32LE(isCentral ? 0x02014b50 : 0x04034b50, 0);
  if (isCentral) fields.writeUInt16LE(20, 4);
  fields.writeUInt16LE(20, 4 + at);
  fields.writeUInt16LE(written.part.isEncrypted === true ? 0x801 : 0x800, 6 + at);
  fields.writeUInt16LE(8, 8 + at);
  fields.writeUInt16LE(33, 12 + at);
  fields.writeUInt32LE(written.sum, 14 + at);
  fields.writeUInt32LE(written.packed.length, 18 + at);
  fields.writeUInt32LE(written.size, 22 + at);
  fields.writeUInt16LE(name.length, 26 + at);
  if (isCentral) fields.writeUInt32LE(written.offset, 42);
  return Buffer.concat([fields, name]);
}

/** Writes a zip as told, hostile or not; an ordinary zip library would refuse most of it. */
export function makeZip(path: string, parts: readonly ZipPart[]): string {
  const chunks: Buffer[] = [];
  const entries: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const written = {
      part,
      offset,
      packed: deflateRawSync(content),
      size: part.declaredSize ?? content.length,
      sum: part.checksum ?? crc32(content),
    };
    const local = header(written, false);
    chunks.push(local, written.packed);
    offset += local.length + written.packed.length;
    entries.push(written);
  }
  const central = Buffer.concat(entries.map((entry) => header(entry, true)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  writeFileSync(path, Buffer.concat([...chunks, central, end]));
  return path;
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What of an ordinary small workbook is to be different. */
export interface XlsxPlan {
  /** What is inside `<sheetData>`. */
  readonly rows?: string;
  /** The whole sheet part instead. */
  readonly sheet?: string | Buffer;
  /** `<si>` elements. */
  readonly strings?: string;
  /** What is inside `<styleSheet>`. */
  readonly styles?: string;
  readonly workbook?: string;
  readonly sheetTarget?: string;
  readonly without?: readonly string[];
  readonly extra?: readonly ZipPart[];
  readonly change?: (part: ZipPart) => ZipPart;
}

function relations(items: readonly (readonly [string, string])[]): string {
  const list = items.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${list.join('')}</Relationships>`;
}

export function workbookXml(sheets: string, before = ''): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheets>${sheets}</sheets></workbook>`;
}

/** Writes a workbook of one sheet with everything in its usual place, but for what the plan says. */
export function makeXlsx(path: string, plan: XlsxPlan): string {
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData>${plan.rows ?? ''}</sheetData></worksheet>`;
  const all: ZipPart[] = [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: plan.workbook ?? workbookXml('<sheet name="Data" sheetId="1" r:id="rId1"/>'),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ['worksheet', plan.sheetTarget ?? 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', '/xl/styles.xml'],
        ['chartsheet', 'chartsheets/sheet1.xml'],
      ]),
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${MAIN}">${plan.strings ?? ''}</sst>` },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet xmlns="${MAIN}">${plan.styles ?? ''}</styleSheet>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: plan.sheet ?? sheet },
  ];
  const kept = all.filter((part) => !(plan.without ?? []).includes(part.name));
  return makeZip(path, [...kept.map(plan.change ?? ((part) => part)), ...(plan.extra ?? [])]);
}
