import { dirname } from 'node:path';
import { readManifests } from '#db/file/backup.ts';
import { readErased, unionOfErased } from '#db/file/erased-list.ts';
import type { ErasedMark } from '#shared/contract/privacy/erased.ts';

/** Everybody who was erased, as it stands beside a copy: in the list there, and in what is said of every copy. */
export async function erasedBeside(copy: string): Promise<readonly ErasedMark[]> {
  const folder = dirname(copy);
  const manifests = await readManifests(folder);
  return unionOfErased(await readErased(folder), ...manifests.map(({ erased }) => erased ?? []));
}
