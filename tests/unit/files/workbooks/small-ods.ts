import { makeZip, type ZipPart } from '#tests/support/shop/make-xlsx.ts';

const names = {
  office: 'office:1.0',
  style: 'style:1.0',
  text: 'text:1.0',
  table: 'table:1.0',
  number: 'datastyle:1.0',
};
const spaces = Object.entries(names)
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}"`)
  .join(' ');

/** A cell of a type with its value, and what is inside it. */
export function odsCell(type: string, value: string, inside = ''): string {
  const named = ['date', 'time', 'boolean', 'string'].includes(type) ? `${type}-value` : 'value';
  return `<table:table-cell office:value-type="${type}" office:${named}="${value}">${inside}</table:table-cell>`;
}

/** A row of cells, and what more its tag says. */
export function odsRow(cells: string, attributes = ''): string {
  return `<table:table-row${attributes}>${cells}</table:table-row>`;
}

/** A text as a cell. */
export function odsText(...paragraphs: readonly string[]): string {
  const inside = paragraphs.map((text) => `<text:p>${text}</text:p>`).join('');
  return `<table:table-cell office:value-type="string">${inside}</table:table-cell>`;
}

/** What of an ordinary small sheet of OpenDocument is to be different. */
export interface OdsPlan {
  readonly rows?: string;
  readonly styles?: string;
  /** What stands before the rows of the one sheet. */
  readonly columns?: string;
  /** All of what the spreadsheet holds instead. */
  readonly sheets?: string;
  readonly content?: string | Buffer;
  readonly manifest?: string;
  readonly without?: readonly string[];
  readonly change?: (part: ZipPart) => ZipPart;
}

/** Writes a sheet of OpenDocument with everything in its usual place, but for what the plan says. */
export function makeOds(path: string, plan: OdsPlan): string {
  const sheet = `<table:table table:name="Lembar1">${plan.columns ?? ''}${plan.rows ?? ''}</table:table>`;
  const content = `<?xml version="1.0"?><office:document-content ${spaces}><office:automatic-styles>${plan.styles ?? ''}</office:automatic-styles><office:body><office:spreadsheet>${plan.sheets ?? sheet}</office:spreadsheet></office:body></office:document-content>`;
  const parts: ZipPart[] = [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'META-INF/manifest.xml', content: plan.manifest ?? '<manifest/>' },
    { name: 'content.xml', content: plan.content ?? content },
  ];
  const kept = parts.filter(({ name }) => !(plan.without ?? []).includes(name));
  return makeZip(path, kept.map(plan.change ?? ((part) => part)));
}
