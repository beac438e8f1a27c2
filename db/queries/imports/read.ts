import type { ImportEntry, ImportReport } from '#shared/contract/imports.ts';
import type { CustomerId, ImportId } from '#shared/ids.ts';
import type { ReadHandle } from '../../file/client.ts';

const none = { added: 0, updated: 0, unchanged: 0 };
/** What reports of earlier versions did not count. */
const uncounted = {
  complaints: none,
  contacts: none,
  followUps: none,
  partlyReturned: 0,
  unpaid: 0,
  afterToday: 0,
  notTaken: { columns: [], hiddenColumns: [], sheets: [], gaps: [] },
  witness: [],
  joined: [],
  samePeople: { certain: 0, likely: 0, joined: 0, apart: 0 },
};

/** Imports, newest first, with the report each was made by. */
export async function listImports(db: ReadHandle, limit: number): Promise<ImportEntry[]> {
  const imports = await db
    .selectFrom('imports')
    .select(['id', 'status', 'done_at', 'undone_at', 'summary'])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  const ids = imports.map((each) => each.id);
  const sources = await db
    .selectFrom('import_sources')
    .select(['import_id', 'file_name'])
    .where('import_id', 'in', ids)
    .orderBy('id')
    .execute();
  return imports.map((each) => ({
    id: each.id as ImportId,
    status: each.status,
    doneAt: each.done_at,
    undoneAt: each.undone_at,
    files: [
      ...new Set(sources.filter((one) => one.import_id === each.id).map((one) => one.file_name)),
    ],
    report: { ...uncounted, ...(JSON.parse(each.summary) as ImportReport) },
  }));
}

/** Customers that an import created, newest first. */
export async function customersOfImport(
  db: ReadHandle,
  input: { readonly importId: number; readonly limit: number },
): Promise<{ id: CustomerId; name: string }[]> {
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'name'])
    .where('import_id', '=', input.importId)
    .where('deleted_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(input.limit)
    .execute();
  return rows.map(({ id, name }) => ({ id: id as CustomerId, name }));
}
