import { join, relative, sep } from 'node:path';
import { API, type Project } from 'typescript/unstable/sync';
import { importersOf } from '../imports.ts';
import { sourceFiles } from '../source-files.ts';
import type { Declared } from './declared.ts';
import { findMembers } from './members.ts';
import { together } from './nodes.ts';
import { findOptions } from './options.ts';

/** What our sources use of Electron, and in which file it was seen first. */
export interface Use extends Declared {
  readonly where: string;
}

export interface Scan {
  /** By name, each once. */
  readonly uses: readonly Use[];
  /** `electron/menu.ts: Menu.popUpAt`: asked of Electron, and not declared. */
  readonly undeclared: readonly string[];
}

const projects = ['electron/tsconfig.json', 'electron/tsconfig.preload.json'];

function scanProject(root: string, project: Project, paths: ReadonlySet<string>): Scan {
  const uses: Use[] = [];
  const undeclared: string[] = [];
  for (const path of project.rootFiles) {
    const where = relative(root, path).split(sep).join('/');
    if (!paths.has(where)) continue;
    const file = project.program.getSourceFile(path);
    if (file === undefined) throw new Error(`${path} could not be read`);
    const found = together([findMembers(project, file), findOptions(project, file)]);
    uses.push(...found.declared.map((one) => ({ ...one, where })));
    undeclared.push(...new Set(found.undeclared.map((name) => `${where}: ${name}`)));
  }
  return { uses, undeclared };
}

/** Asks the compiler what every file below `root/electron/` uses of Electron: members, events, options. */
export function scanElectron(root: string): Scan {
  const api = new API({ cwd: root });
  try {
    const configs = projects.map((name) => join(root, name));
    // Nothing of Electron's reaches a file that imports neither it nor one that does.
    const paths = importersOf(sourceFiles(root), 'electron');
    const snapshot = api.updateSnapshot({ openProjects: configs });
    const scans = configs.map((config) => {
      const project = snapshot.getProject(config);
      if (project === undefined) throw new Error(`${config} could not be read`);
      return scanProject(root, project, paths);
    });
    const uses = new Map<string, Use>();
    for (const use of scans.flatMap((one) => one.uses)) {
      if (!uses.has(use.name)) uses.set(use.name, use);
    }
    return {
      uses: [...uses.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
      undeclared: scans.flatMap((one) => one.undeclared),
    };
  } finally {
    api.close();
  }
}
