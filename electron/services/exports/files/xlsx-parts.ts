import { encodeXlsxText } from '../../imports/files/xlsx-text.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Index of each format in `cellXfs` of `stylesXml`. */
export const STYLE = {
  header: 1,
  text: 2,
  integer: 3,
  decimal: 4,
  money: 5,
  date: 6,
  dateTime: 7,
} as const;

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as XML, for content and attributes, with `_xHHHH_` for what XML cannot hold. */
export function escapeXml(text: string): string {
  return encodeXlsxText(text).replace(/[&<>"]/g, (mark) => MARKUP[mark] ?? mark);
}

/** The number format of amounts: rupiah without sen, others with their code and usual decimals. */
export function moneyFormat(currency: string): string {
  if (currency === 'IDR') return '[$Rp-421]\\ #,##0';
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return `[$${currency}]\\ #,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}`;
}

export function contentTypesXml(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  return (
    `${XML_START}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${sheets.join('')}</Types>`
  );
}

export function rootRelationsXml(): string {
  return (
    `${XML_START}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
  );
}

export function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return (
    `${XML_START}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    `<sheets>${sheets.join('')}</sheets></workbook>`
  );
}

export function workbookRelationsXml(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheetCount + 1}" Type="${OFFICE}/styles" Target="styles.xml"/>`;
  return `${XML_START}<Relationships xmlns="${PACKAGE}/relationships">${sheets.join('')}${styles}</Relationships>`;
}

export function stylesXml(currency: string): string {
  const formats = [0, 0, 49, 1, 4, 164, 14, 22].map((id, at) => {
    const font = at === STYLE.header ? ' fontId="1" applyFont="1"' : ' fontId="0"';
    return `<xf numFmtId="${id}"${font} fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  });
  return (
    `${XML_START}<styleSheet xmlns="${MAIN}">` +
    `<numFmts count="1"><numFmt numFmtId="164" formatCode="${escapeXml(moneyFormat(currency))}"/></numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

/** The opening of a sheet up to its rows: the first row stays in view, columns have their widths. */
export function sheetStartXml(widths: readonly number[]): string {
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `${XML_START}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `${cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`}<sheetData>`
  );
}
