import { posix } from 'node:path';
import { badFile } from '#shared/errors.ts';
import type { SheetInfo } from './workbook.ts';
import { SPREADSHEET_NAMESPACES, type XmlAttributes } from './xml-listener.ts';
import { readXml } from './xml-reader.ts';
import type { ZipParts } from './zip-parts.ts';

/** Bytes, inflated, of a part that only describes others. */
const MAX_SMALL_PART_BYTES = 67_108_864;
export const MAX_SHEETS = 5_000;
/** Excel allows 31; others write more, a bomb writes millions. */
export const MAX_SHEET_NAME = 1_024;
const RELATIONSHIPS = {
  name: 'Relationships',
  namespaces: ['http://schemas.openxmlformats.org/package/2006/relationships'],
};

/** One sheet with the part that holds its rows. */
export interface PackagedSheet extends SheetInfo {
  readonly part: string;
}

/** Where the parts of a workbook are. */
export interface XlsxPackage {
  readonly sheets: readonly PackagedSheet[];
  readonly date1904: boolean;
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
}

interface Relation {
  readonly kind: string;
  readonly target: string;
}

/** Refuses what is too large to be read as a whole. */
export function readSmallPart(
  zip: ZipParts,
  name: string,
  signal: AbortSignal | undefined,
): AsyncIterable<Buffer> {
  if (zip.size(name) > MAX_SMALL_PART_BYTES) throw badFile('too-large', 'a part over 64 MiB');
  return zip.read(name, signal);
}

function resolveTarget(base: string, target: string): string {
  let plain = target;
  try {
    plain = decodeURIComponent(target);
  } catch {
    throw badFile('damaged', 'a relationship has a broken target');
  }
  const joined = plain.startsWith('/') ? plain : posix.join('/', posix.dirname(base), plain);
  return posix.normalize(joined).slice(1);
}

/** What a part refers to, by the ids it uses. */
export async function readRelations(
  zip: ZipParts,
  part: string,
  signal: AbortSignal | undefined,
): Promise<Map<string, Relation>> {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  await readXml(readSmallPart(zip, name, signal), RELATIONSHIPS, {
    open(element, attributes, depth) {
      if (depth !== 2 || element !== 'Relationship') return;
      if (attributes.get('TargetMode') === 'External') return;
      const type = attributes.get('Type') ?? '';
      relations.set(attributes.get('Id') ?? '', {
        kind: type.slice(type.lastIndexOf('/') + 1),
        target: resolveTarget(part, attributes.get('Target') ?? ''),
      });
    },
  });
  return relations;
}

/** The part that lists the sheets; one of a binary workbook ends in `.bin`. */
export async function findWorkbook(
  zip: ZipParts,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (!zip.has('_rels/.rels')) {
    const isOffice = zip.has('[Content_Types].xml');
    throw isOffice
      ? badFile('damaged', 'the relationships are missing')
      : badFile('unsupported', 'zip');
  }
  const relations = await readRelations(zip, '', signal);
  const main = [...relations.values()].find((relation) => relation.kind === 'officeDocument');
  if (main === undefined) throw badFile('damaged', 'no main document');
  if (/^(word|ppt|visio)\//i.test(main.target)) throw badFile('unsupported', 'office document');
  return main.target;
}

function relationId(attributes: XmlAttributes): string {
  const key = attributes.names.find((name) => name.endsWith(':id'));
  return key === undefined ? '' : (attributes.get(key) ?? '');
}

function isYes(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** Follows the relationships from the part that lists the sheets to them, styles and strings. */
export async function readPackage(
  zip: ZipParts,
  part: string,
  signal: AbortSignal | undefined,
): Promise<XlsxPackage> {
  const relations = await readRelations(zip, part, signal);
  const sheets: PackagedSheet[] = [];
  let date1904 = false;
  await readXml(
    readSmallPart(zip, part, signal),
    { name: 'workbook', namespaces: SPREADSHEET_NAMESPACES },
    {
      open(element, attributes, depth) {
        if (depth === 2 && element === 'workbookPr') date1904 = isYes(attributes.get('date1904'));
        if (depth !== 3 || element !== 'sheet') return;
        const relation = relations.get(relationId(attributes));
        if (relation === undefined) throw badFile('damaged', 'a sheet has no part');
        // Charts and old dialogs have tabs too, but no rows.
        if (relation.kind !== 'worksheet') return;
        sheets.push(describeSheet(sheets.length, attributes, relation.target));
      },
    },
  );
  const target = (kind: string) =>
    [...relations.values()].find((relation) => relation.kind === kind)?.target ?? null;
  for (const sheet of sheets) {
    if (!zip.has(sheet.part)) throw badFile('damaged', 'the part of a sheet is missing');
  }
  if (sheets.length === 0) throw badFile('no-rows', 'no sheet');
  return { sheets, date1904, stylesPart: target('styles'), stringsPart: target('sharedStrings') };
}

function describeSheet(index: number, attributes: XmlAttributes, part: string): PackagedSheet {
  const name = attributes.get('name') ?? '';
  if (name.length > MAX_SHEET_NAME) throw badFile('hostile', 'a sheet name over 1,024 characters');
  if (index >= MAX_SHEETS) throw badFile('hostile', 'over 5,000 sheets');
  const state = attributes.get('state') ?? 'visible';
  return { index, name, hidden: state !== 'visible', part };
}
