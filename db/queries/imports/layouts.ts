import type { RawHandle, ReadHandle } from '../../file/client.ts';

/** What was chosen for a layout when it was last imported, as JSON text; null: never seen. */
export function findLayout(raw: RawHandle, layoutKey: string): string | null {
  const text = raw
    .prepare('SELECT choices FROM import_layouts WHERE layout_key = ?')
    .pluck()
    .get(layoutKey);
  return text === undefined ? null : String(text);
}

/** The choices of the layouts that were used last, as JSON texts, the newest first. */
export function recentLayouts(raw: RawHandle, limit: number): string[] {
  return raw
    .prepare('SELECT choices FROM import_layouts ORDER BY updated_at DESC, layout_key LIMIT ?')
    .pluck()
    .all(limit)
    .map(String);
}

/** A layout as it is kept, with what was read by it. */
export interface KeptLayout {
  readonly key: string;
  /** JSON. */
  readonly choices: string;
  readonly lastUsedAt: string;
  /** Files and sheets on record that were read so. */
  readonly files: number;
  readonly lastFile: string | null;
}

/** Every layout, the one that was used last first. */
export async function listLayouts(db: ReadHandle): Promise<KeptLayout[]> {
  return db
    .selectFrom('import_layouts as l')
    .select((eb) => [
      'l.layout_key as key',
      'l.choices',
      'l.updated_at as lastUsedAt',
      eb
        .selectFrom('import_sources as s')
        .select((count) => count.fn.countAll<number>().as('files'))
        .whereRef('s.layout_key', '=', 'l.layout_key')
        .$asScalar()
        .$notNull()
        .as('files'),
      eb
        .selectFrom('import_sources as s')
        .select('s.file_name')
        .whereRef('s.layout_key', '=', 'l.layout_key')
        .orderBy('s.id', 'desc')
        .limit(1)
        .as('lastFile'),
    ])
    .orderBy('l.updated_at', 'desc')
    .orderBy('l.layout_key')
    .execute();
}

/** Writes what is kept of a layout and leaves alone when it was used last. */
export function rewriteLayout(raw: RawHandle, layoutKey: string, choices: string): void {
  raw.prepare('UPDATE import_layouts SET choices = ? WHERE layout_key = ?').run(choices, layoutKey);
}

export function rememberLayout(
  raw: RawHandle,
  layoutKey: string,
  choices: string,
  at: string,
): void {
  raw
    .prepare(
      'INSERT OR REPLACE INTO import_layouts (layout_key, choices, updated_at) VALUES (?, ?, ?)',
    )
    .run(layoutKey, choices, at);
}

/** The newest import, not undone, that took a sheet of a file with the same bytes. */
export function findImportOf(
  raw: RawHandle,
  sha256: string,
  sheetName: string | null,
): { importId: number; at: string } | null {
  const found = raw
    .prepare(
      `SELECT i.id AS importId, i.done_at AS at FROM import_sources s JOIN imports i ON i.id = s.import_id
       WHERE s.file_sha256 = ? AND s.sheet_name IS ? AND i.status = 'done' ORDER BY i.id DESC LIMIT 1`,
    )
    .get(sha256, sheetName) as { importId: number; at: string } | undefined;
  return found ?? null;
}
