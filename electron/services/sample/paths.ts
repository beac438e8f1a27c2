import type { ShopFacts } from '../../context.ts';
import { sampleFolder, shopPaths } from '../../shop.ts';

/** Where the sample shop is built; it gets its place when it is whole. */
export function buildingSite(sample: ShopFacts): ShopFacts {
  return { ...sample, paths: shopPaths(`${sample.paths.folder}-unfinished`) };
}

/** The facts of the sample shop that belongs to an owner's folder. */
export function newSamplePaths(owner: ShopFacts): ShopFacts {
  return { ...owner, isSample: true, paths: shopPaths(sampleFolder(owner.paths.folder)) };
}
