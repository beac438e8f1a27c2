import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BookType,
  type CellObject,
  utils,
  type WorkBook,
  type WorkSheet,
  write,
} from '@e965/xlsx';

/** What makes another form of a workbook, as the library that writes them names it. */
export const FORMS = ['biff8', 'biff5', 'biff4', 'biff2', 'xlsb'] as const;

const percent: CellObject = { t: 'n', v: 0.125, z: '0.0%' };
const day: CellObject = { t: 'n', v: 45_000, z: 'dd/mm/yyyy' };
const moment: CellObject = { t: 'n', v: 45_000.75, z: 'd/m/yy h:mm' };

/** A sheet of every kind of cell; what it must come out as stands in `shopCells`. */
function shopSheet(): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    ['Nama', 'HP', 'Belanja', 'Tanggal', 'Diskon', 'Lunas'],
    ['Siti “Ayu”', '0812', 1_250_000, day, percent, true],
    ['Budi', null, -0.1, moment, null, false],
    [],
    [null, 'é', 123_456_789.25, null, { t: 'e', v: 42 }, null],
  ]);
  sheet['!merges'] = [{ s: { r: 2, c: 0 }, e: { r: 2, c: 1 } }];
  return sheet;
}

export const shopCells = {
  1: ['Nama', 'HP', 'Belanja', 'Tanggal', 'Diskon', 'Lunas'],
  2: ['Siti “Ayu”', '0812', 1_250_000, '2023-03-15', '12.5%', true],
  3: ['Budi', null, -0.1, '2023-03-15T18:00:00', null, false],
  5: [null, 'é', 123_456_789.25, null, '#N/A'],
};

/** A workbook of two sheets, the second one hidden. */
export function shopBook(): WorkBook {
  const book = utils.book_new();
  utils.book_append_sheet(book, shopSheet(), 'Pelanggan');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['x', 1]]), 'Arsip');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return book;
}

/** Writes a workbook in that form and returns where. */
export function writeBook(folder: string, form: (typeof FORMS)[number], book = shopBook()): string {
  const path = join(folder, `book.${form}`);
  writeFileSync(path, write(book, { bookType: form as BookType, type: 'buffer' }) as Buffer);
  return path;
}
