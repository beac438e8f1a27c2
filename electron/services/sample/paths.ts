import { dirname } from 'node:path';
import type { ShopFacts, ShopPaths } from '../../context.ts';
import { sampleFolder, shopPaths } from '../../shop-file/shop-paths.ts';

/** Where the sample shop is built; it gets its place when it is whole. */
export function buildingSite(sample: ShopFacts): ShopFacts {
  return { ...sample, paths: shopPaths(`${sample.paths.folder}-unfinished`) };
}

/** The facts of the sample shop that belongs to an owner's folder. */
export function newSamplePaths(owner: ShopFacts): ShopFacts {
  return { ...owner, isSample: true, paths: shopPaths(sampleFolder(owner.paths.folder)) };
}

/** Where the owner's own shop lies, though the sample shop be shown. */
export function ownersPaths({ isSample, paths }: ShopFacts): ShopPaths {
  return isSample ? shopPaths(dirname(paths.folder)) : paths;
}
