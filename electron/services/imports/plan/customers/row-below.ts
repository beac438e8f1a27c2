import type { Cell } from '#shared/domain/cell.ts';
import { headerKey } from '#shared/domain/columns/headers.ts';
import type { SourceState } from '../../draft-store.ts';
import { cellText } from '../cells.ts';
import type { CustomerRow } from './row.ts';

/** What a fix of this problem says: such rows belong to the customer above. */
export const namelessRow = 'row-without-name';

/** Titles of columns that number the records of a file: parts of a record have none of their own. */
const RECORD_TITLES: ReadonlySet<string> = new Set(
  'id|no|nomor|number|kode|code|key|contact|customer|record|external id|id pelanggan|customer id'.split(
    '|',
  ),
);

/** How a row without a name stands to the customer above it. */
export type Standing = 'own' | 'below' | 'perhaps-below';

function hasOnlyPoints({ name, identifier, points, facts, address, tags }: CustomerRow): boolean {
  if (name !== '' || identifier !== null || points.length === 0) return false;
  return Object.keys(facts).length === 0 && address === null && tags.length === 0;
}

/**
 * Prepares the look for rows that only go on with the customer above, as exports write a second phone:
 * nothing in them but phones and e-mails. Sure where the row has no number of its own and the one above
 * has; else a person may say so (`row-without-name`), for a phone alone is a customer too.
 */
export function belowCheck(
  source: SourceState,
): (row: CustomerRow, cells: readonly Cell[], above: readonly Cell[]) => Standing {
  const { columns, fixes } = source;
  const isNamed = columns.some(({ field }) => field === 'customer.name');
  const numbering = columns.filter(
    ({ field, header }) =>
      field === 'customer.externalId' ||
      (field === 'ignore' && RECORD_TITLES.has(headerKey(header))),
  );
  const isSaid = fixes.some((fix) => fix.problem === namelessRow && fix.stands === true);
  return (row, cells, above) => {
    if (!isNamed || !hasOnlyPoints(row)) return 'own';
    const isPart = numbering.some(
      ({ index }) => cellText(cells[index]) === '' && cellText(above[index]) !== '',
    );
    return isPart || isSaid ? 'below' : 'perhaps-below';
  };
}
