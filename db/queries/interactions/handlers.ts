import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';

const rememberedRows = 3000;
const mostHandlers = 30;

/** Who handled the latest interactions and complaints, most frequent first. */
export async function frequentHandlers(db: ReadHandle): Promise<string[]> {
  const found = await sql<{ name: string }>`
    SELECT name FROM (
      SELECT * FROM (SELECT handled_by AS name FROM interactions WHERE deleted_at IS NULL
        ORDER BY id DESC LIMIT ${rememberedRows})
      UNION ALL
      SELECT * FROM (SELECT handled_by AS name FROM complaints WHERE deleted_at IS NULL
        ORDER BY id DESC LIMIT ${rememberedRows}))
    WHERE name IS NOT NULL AND name <> ''
    GROUP BY name ORDER BY count(*) DESC, name LIMIT ${mostHandlers}`.execute(db);
  return found.rows.map((row) => row.name);
}
