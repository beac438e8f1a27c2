import { headerKey } from '#shared/domain/columns/headers.ts';
import { userNameScheme } from '#shared/domain/columns/titles/user-names.ts';
import type { SourceState } from '../../draft-store.ts';
import type { ColumnsByField } from '../cells.ts';

/** The column that says who somebody is for the shop or a platform, and what such codes are kept under. */
export function codeColumn(
  source: SourceState,
  columns: ColumnsByField,
): { readonly column: number; readonly scheme: string } | null {
  const headers = source.columns.map(({ header }) => header);
  const [id] = columns.get('customer.externalId') ?? [];
  if (id !== undefined) {
    const header = headers[id] ?? '';
    return { column: id, scheme: userNameScheme(header, headers) ?? (headerKey(header) || 'id') };
  }
  for (const column of columns.get('customer.name') ?? []) {
    const scheme = userNameScheme(headers[column] ?? '', headers);
    if (scheme !== null) return { column, scheme };
  }
  return null;
}
