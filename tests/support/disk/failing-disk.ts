import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('failing-disk.c', import.meta.url));

/** Whether a disk can be made to fail here: only where Linux loads what a C compiler makes. */
export const canFail =
  process.platform === 'linux' && spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0;

/** Full, broken, or taking no file as large. */
export type DiskError = 'ENOSPC' | 'EIO' | 'EFBIG';
export type CallKind = 'write' | 'sync' | 'rename';
const kinds: readonly CallKind[] = ['write', 'sync', 'rename'];

/** The fields of the C program's `control`, 64 bits each. */
const fields = ['room', 'kind', 'countdown', 'error', 'lasts', 'failed', 'none', ...kinds] as const;
type Field = (typeof fields)[number];

/** A disk below one folder that is small, or whose calls fail, as the test says while a process runs. */
export interface FailingDisk {
  /** What the process is to be started with. */
  readonly env: Readonly<Record<string, string>>;
  /** As many bytes as the folder may still grow by. */
  leaveRoom(bytes: number): void;
  /** The Nth call of the kind fails, and every call after it where it `lasts`. */
  failAt(kind: CallKind, call: number, how: { error: DiskError; lasts: boolean }): void;
  /** Everything works again. */
  mend(): void;
  /** Calls that have failed since it was last mended. */
  failed(): number;
  /** Calls of a kind so far. */
  seen(kind: CallKind): number;
  close(): void;
}

/** Compiles what makes it fail into `workFolder`, which must not lie below `root`. */
export function failingDisk(root: string, workFolder: string): FailingDisk {
  const library = join(workFolder, 'failing-disk.so');
  const built = spawnSync('cc', ['-O1', '-shared', '-fPIC', '-o', library, source, '-ldl']);
  if (built.status !== 0) throw new Error(built.stderr.toString());
  const path = join(workFolder, 'control');
  const fd = openSync(path, 'w+');
  const set = (field: Field, value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(value));
    writeSync(fd, bytes, 0, 8, fields.indexOf(field) * 8);
  };
  const get = (field: Field): number => {
    const bytes = Buffer.alloc(8);
    readSync(fd, bytes, 0, 8, fields.indexOf(field) * 8);
    return Number(bytes.readBigInt64LE());
  };
  const mend = () => {
    set('kind', 0);
    set('room', -1);
    set('failed', 0);
  };
  for (const field of fields) set(field, 0);
  mend();
  return {
    env: {
      LD_PRELOAD: library,
      FAILING_DISK_ROOT: root,
      FAILING_DISK_CONTROL: path,
    },
    leaveRoom: (bytes) => set('room', bytes),
    failAt: (kind, call, { error, lasts }) => {
      set('countdown', call);
      set('error', constants.errno[error]);
      set('lasts', lasts ? 1 : 0);
      set('kind', kinds.indexOf(kind) + 1);
    },
    mend,
    failed: () => get('failed'),
    seen: (kind) => get(kind),
    close: () => closeSync(fd),
  };
}
