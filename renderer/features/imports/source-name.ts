import type { Translate } from '#renderer/base/i18n.ts';
import type { DraftColumn, DraftSource } from '#shared/contract/imports-draft.ts';

/** A source as a person would call it: its file, and its sheet where there are sheets. */
export function sourceName({ fileName, sheetName }: Pick<DraftSource, 'fileName' | 'sheetName'>) {
  return sheetName === null ? fileName : `${fileName} · ${sheetName}`;
}

/** A column's own title, or its number where the file has none. */
export function columnName(t: Translate, { header, index }: Pick<DraftColumn, 'header' | 'index'>) {
  return header === '' ? t('import.columns.noTitle', { number: index + 1 }) : header;
}
