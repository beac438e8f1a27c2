import { expect, test } from 'vitest';
import { droppedFiles } from '#renderer/base/dropped-files.ts';

const fileEntry = (name: string) => ({
  ...{ name, isFile: true, isDirectory: false },
  file: (done: (file: File) => void) => done(new File(['a;b'], name)),
});

/** As a browser does: some entries at a time, and then none. */
const folderEntry = (name: string, inside: readonly object[]) => ({
  ...{ name, isFile: false, isDirectory: true },
  createReader: () => {
    const left = [...inside];
    return { readEntries: (done: (some: object[]) => void) => done(left.splice(0, 2)) };
  },
});

function transferOf(entries: readonly object[], files: readonly File[] = []): DataTransfer {
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
  return { files, items } as unknown as DataTransfer;
}

const namesOf = async (transfer: DataTransfer) =>
  (await droppedFiles(transfer)).map(({ name }) => name);

test('of a folder everything in it is taken, but for what a system lays there', async () => {
  const old = folderEntry('2024', [fileEntry('lama.csv')]);
  const inside = ['nota.csv', '.DS_Store', 'barang.csv', 'Thumbs.db', 'pelanggan.csv'];
  const folder = folderEntry('toko', [...inside.map(fileEntry), old]);
  const names = await namesOf(transferOf([folder, fileEntry('kontak.vcf')]));
  expect(names).toEqual(['lama.csv', 'barang.csv', 'nota.csv', 'pelanggan.csv', 'kontak.vcf']);
});

test('files alone are taken as they were dropped', async () => {
  const files = [new File(['b'], 'b.csv'), new File(['a'], 'a.csv')];
  const entries = files.map(({ name }) => fileEntry(name));
  expect(await namesOf(transferOf(entries, files))).toEqual(['b.csv', 'a.csv']);
  expect(await namesOf(transferOf([], files))).toEqual(['b.csv', 'a.csv']);
});
