// Plain JavaScript for any Node from 20 on: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const isWindows = process.platform === 'win32';
const node = join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node');
const [command = '', ...args] = process.argv.slice(2);

function say(line) {
  // Never on stdout: that belongs to what the command prints.
  process.stderr.write(`${line}\n`);
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** True when everything the lockfile names is installed in just that version. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (wanted === null || present === null || !existsSync(node)) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.optional === true || entry.devOptional === true) return true;
    return present[path]?.version === entry.version;
  });
}

/** Where a person lets no package run a script, npm leaves out the one that brings our Node: it is run by name. */
function installNode() {
  const cwd = join(root, 'node_modules', 'node');
  const script = 'installArchSpecificPackage.js';
  if (existsSync(join(cwd, script))) {
    spawnSync(process.execPath, [script], { cwd, stdio: ['ignore', 2, 2] });
  }
}

function install() {
  say('Installing what package-lock.json names (a minute or two, once).');
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: isWindows };
  // Not `npm ci`: it refuses where a registry lacks the optional binaries of other systems.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, options);
  if (status === 0 && !existsSync(node)) installNode();
  if (status !== 0 || !existsSync(node)) {
    say('The installation did not finish: nothing was started. Is the npm registry within reach?');
    process.exit(1);
  }
}

function run(script) {
  const path = join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH ?? '');
  const child = spawn(node, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
}

const script = join(root, 'build', 'commands', `${command}.ts`);
if (!/^[a-z]+$/.test(command) || !existsSync(script)) {
  say(`There is no command "${command}". package.json lists them.`);
  process.exit(2);
}
if (!isInstalled()) install();
run(script);
