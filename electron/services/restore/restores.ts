import type { Protection } from '#db/file/protection.ts';
import { AppFailure } from '#shared/errors.ts';
import type { IdSource, Restores } from '../../context.ts';

/** What the window may name of restoring: files that a person picked, and one restore at a time. */
export function newRestores(ids: IdSource): Restores {
  const paths = new Map<string, string>();
  const keys = new Map<string, Protection>();
  let isRunning = false;
  return {
    keep: (path) => {
      const id = ids.next();
      paths.set(id, path);
      return id;
    },
    pathOf: (id) => paths.get(id) ?? null,
    keepKey: (path, protection) => void keys.set(path, protection),
    keyOf: (path) => keys.get(path) ?? null,
    begin: () => {
      if (isRunning) throw new AppFailure({ code: 'CONFLICT', reason: 'restore-running' });
      isRunning = true;
    },
    end: () => {
      isRunning = false;
    },
  };
}
