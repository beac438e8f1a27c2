import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

// By these the fuses are found in Electron's binary; then the wire's version, its length, and one
// character for each fuse, here as Electron is published.
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const wire = '101100011';
const elfHeaderBytes = 64;

/** The start of a 64-bit program, as long as its own header says, with nothing to run in it. */
function elfHeader(): Buffer {
  const header = Buffer.alloc(elfHeaderBytes);
  header.write('\u007fELF', 'latin1');
  header.set([2, 1, 1], 4);
  header.writeUInt16LE(2, 16);
  header.writeUInt16LE(62, 18);
  header.writeUInt32LE(1, 20);
  header.writeUInt16LE(elfHeaderBytes, 52);
  return header;
}

function pretendBinary(): Buffer {
  return Buffer.concat([
    elfHeader(),
    Buffer.from(sentinel, 'latin1'),
    Buffer.from([1, wire.length]),
    Buffer.from(wire, 'latin1'),
  ]);
}

function infoList(name: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<plist version="1.0"><dict>',
    `<key>CFBundleExecutable</key><string>${name}</string>`,
    '</dict></plist>',
  ].join('\n');
}

const helpers = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'].map(
  (suffix) => `Electron Helper${suffix}`,
);
const contents = 'Electron.app/Contents';

const filesOf: Readonly<
  Record<'linux' | 'darwin' | 'win32', Readonly<Record<string, Buffer | string>>>
> = {
  linux: { electron: pretendBinary() },
  win32: { 'electron.exe': pretendBinary() },
  darwin: {
    [`${contents}/Info.plist`]: infoList('Electron'),
    [`${contents}/MacOS/Electron`]: pretendBinary(),
    [`${contents}/Resources/electron.icns`]: '',
    [`${contents}/Frameworks/Electron Framework.framework/Electron Framework`]: pretendBinary(),
    ...Object.fromEntries(
      helpers.flatMap((name) => [
        [`${contents}/Frameworks/${name}.app/Contents/Info.plist`, infoList(name)],
        [`${contents}/Frameworks/${name}.app/Contents/MacOS/${name}`, pretendBinary()],
      ]),
    ),
  },
};

/**
 * Lays out what electron-builder takes for Electron of this system: every file it moves, renames or
 * flips fuses in, and nothing that runs.
 */
export async function layOutPretendElectron(
  folder: string,
  platform: 'linux' | 'darwin' | 'win32',
): Promise<void> {
  for (const [name, content] of Object.entries({ version: '45.4.1', ...filesOf[platform] })) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    await chmod(path, 0o755);
  }
}
