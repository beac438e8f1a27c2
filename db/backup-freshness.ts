import { join } from 'node:path';
import { listBackups } from './file/backup.ts';
import { openConnection, type RawHandle } from './file/client.ts';
import { schemaVersion } from './file/migrate.ts';

/**
 * What tells two states of one shop apart: the newest batch of the journal, and what stands outside it.
 * The lists are made JSON by name: some versions of SQLite take an ordered one for text.
 */
const stateQuery = `SELECT json_array(
  (SELECT max(id) FROM batches),
  json((SELECT json_group_array(json_array(key, value) ORDER BY key) FROM settings)),
  json((SELECT json_group_array(json_array(layout_key, updated_at) ORDER BY layout_key) FROM import_layouts)),
  json((SELECT json_group_array(json_array(id, updated_at) ORDER BY id) FROM reply_drafts)))`;

/** The state of a shop that nobody has used yet. */
const untouched = '[null,[],[],[]]';

function stateOf(raw: RawHandle): string {
  return String(raw.prepare(stateQuery).pluck().get());
}

/**
 * Whether the newest checked copy in `folder` holds all that was entered in the shop; one made before
 * the schema changed does not count. Nothing has to be copied of a shop that nobody has used.
 */
export async function isCopied(raw: RawHandle, folder: string): Promise<boolean> {
  const state = stateOf(raw);
  const [newest] = await listBackups(folder);
  if (newest === undefined) return state === untouched;
  if (newest.schemaVersion !== schemaVersion(raw)) return false;
  const copy = openConnection(join(folder, newest.fileName), { readonly: true });
  try {
    return stateOf(copy.raw) === state;
  } finally {
    await copy.close();
  }
}
