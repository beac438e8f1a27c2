import { openZip } from './shop/pack-files.ts';

/** A cell as the file has it: its letter, how a number is shown (null: a text), and what it holds. */
export interface WorkbookCell {
  readonly letter: string;
  readonly format: string | null;
  readonly value: string | number;
}

/** A sheet by its name, row by row, the titles first. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly WorkbookCell[])[];
}

function plain(text: string): string {
  const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => marks[name] ?? '');
}

/** The number format of each style, read from the styles as a spreadsheet reads them. */
function formatsOf(styles: string): string[] {
  const own = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
      id,
      plain(code ?? ''),
    ]),
  );
  const cells = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  return [...cells.matchAll(/<xf [^>]*numFmtId="(\d+)"/g)].map(
    ([, id = '']) => own.get(id) ?? `built-in ${id}`,
  );
}

/**
 * A workbook read from its parts by no code of ours but the zip's: whatever is neither a plain number nor an
 * inline text, such as a formula, is an error.
 */
export async function readWorkbook(path: string): Promise<WorkbookSheet[]> {
  const parts = await openZip(path);
  const formats = formatsOf(parts['xl/styles.xml'] ?? '');
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)];
  return names.map(([, name = ''], index) => {
    const xml = parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '';
    const rows = [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<c r="([A-Z]+)\d+" s="(\d+)"( t="inlineStr")?>(.*?)<\/c>/gs)].map(
        ([, letter = '', style, isText, inner = '']): WorkbookCell => {
          const text = /^<is><t[^>]*>(.*)<\/t><\/is>$/s.exec(inner)?.[1];
          if (isText !== undefined && text !== undefined)
            return { letter, format: null, value: plain(text) };
          const number = /^<v>(-?[\d.e+]+)<\/v>$/.exec(inner)?.[1];
          if (number === undefined) throw new Error(`neither number nor text: ${inner}`);
          return { letter, format: formats[Number(style)] ?? '', value: Number(number) };
        },
      ),
    );
    const cells = rows.reduce((sum, row) => sum + row.length, 0);
    if (cells !== xml.split('<c ').length - 1) throw new Error(`${name}: a cell of another kind`);
    return { name: plain(name), rows };
  });
}

/** The values of a sheet below its titles; an empty cell is null. */
export function valuesOf(
  sheets: readonly WorkbookSheet[],
  name: string,
): (string | number | null)[][] {
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  const letters = (sheet.rows[0] ?? []).map(({ letter }) => letter);
  return sheet.rows
    .slice(1)
    .map((row) => letters.map((at) => row.find(({ letter }) => letter === at)?.value ?? null));
}
