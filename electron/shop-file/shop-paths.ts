import { join } from 'node:path';
import type { ShopPaths } from '../context.ts';

/** Where everything of a shop lies inside its folder. */
export function shopPaths(folder: string): ShopPaths {
  return {
    folder,
    database: join(folder, 'langgan.db'),
    lock: join(folder, 'langgan.lock'),
    taskLock: join(folder, 'langgan-tasks.lock'),
    backups: join(folder, 'backups'),
    staging: join(folder, 'staging'),
  };
}

/** The sample shop lies inside the owner's folder, apart from the owner's file. */
export function sampleFolder(folder: string): string {
  return join(folder, 'sample');
}
