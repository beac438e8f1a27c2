import type { RawHandle } from '../../file/client.ts';

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
