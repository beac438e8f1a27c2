import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('record-writes.c', import.meta.url));

/** Whether writes can be recorded here: only where Linux loads what a C compiler makes. */
export const canRecord =
  process.platform === 'linux' && spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0;

/** As the C program numbers them. */
const kinds = [
  ...['none', 'write', 'sync', 'cut', 'create', 'rename', 'unlink', 'said', 'sync folder'],
] as const;

/** One thing that was done to the files, or said by the app, as the disk was told of it. */
export interface Recorded {
  readonly kind: (typeof kinds)[number];
  readonly pid: number;
  readonly inode: bigint;
  /** Of a write; the length that is left of a cut. */
  readonly offset: number;
  readonly from: string;
  readonly to: string;
  readonly data: Buffer;
}

export interface Recorder {
  /** What the process is to be started with. */
  readonly env: Readonly<Record<string, string>>;
  read(): readonly Recorded[];
}

/** Compiles what records the writes below `root` into `workFolder`, which must not lie there. */
export function writeRecorder(root: string, workFolder: string): Recorder {
  const library = join(workFolder, 'record-writes.so');
  const built = spawnSync('cc', ['-O1', '-shared', '-fPIC', '-o', library, source, '-ldl']);
  if (built.status !== 0) throw new Error(built.stderr.toString());
  const path = join(workFolder, 'writes');
  writeFileSync(path, '');
  return {
    env: { LD_PRELOAD: library, POWER_ROOT: root, POWER_LOG: path },
    read: () => parse(readFileSync(path)),
  };
}

function parse(bytes: Buffer): Recorded[] {
  const all: Recorded[] = [];
  let at = 0;
  const take = (length: number): Buffer => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const head = take(40);
    const length = Number(head.readBigUInt64LE(24));
    all.push({
      kind: kinds[head.readUInt32LE(0)] ?? 'none',
      pid: head.readUInt32LE(4),
      inode: head.readBigUInt64LE(8),
      offset: Number(head.readBigInt64LE(16)),
      from: take(head.readUInt32LE(32)).toString(),
      to: take(head.readUInt32LE(36)).toString(),
      data: take(length),
    });
  }
  return all;
}
