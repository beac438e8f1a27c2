import { reviewed } from './reviewed.ts';
import { type Scan, scanElectron, type Use } from './scan.ts';

type Reviewed = typeof reviewed;

function problemOf({ name, platforms, isDeprecated, where }: Use, known: Reviewed): string | null {
  if (isDeprecated) return `${where}: ${name} is deprecated by Electron.`;
  const limit = platforms?.join(',') ?? null;
  const said = known[name]?.platforms ?? null;
  if (limit === said) return null;
  if (limit === null)
    return `${where}: ${name} is on every system now, no longer on ${said} alone.`;
  return `${where}: ${name} is on ${limit} alone; say in reviewed.ts what happens elsewhere.`;
}

/** Uses of Electron that its types lack, deprecate, or limit to some systems without our having looked. */
export function usesToReview(scan: Scan, known: Reviewed): readonly string[] {
  const used = new Set(scan.uses.map(({ name }) => name));
  return [
    ...scan.undeclared.map((name) => `${name} is not declared by Electron.`),
    ...scan.uses.flatMap((use) => problemOf(use, known) ?? []),
    ...Object.keys(known)
      .filter((name) => !used.has(name))
      .map((name) => `reviewed.ts: ${name} is not used.`),
  ];
}

/** What in this tree has to be looked at again before it runs in Electron. */
export function electronProblems(root: string): readonly string[] {
  return usesToReview(scanElectron(root), reviewed);
}
