import type { RawHandle } from '#db/file/client.ts';

/** Lets go of every report that is kept, as a change by a command would: rows taken out straight are not noticed. */
export function forgetReports(raw: RawHandle): void {
  raw.exec("DELETE FROM derived_state WHERE key LIKE 'report:%'");
}
