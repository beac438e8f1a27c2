import { describe, expect, it } from 'vitest';
import type { Cell } from '#shared/domain/cell.ts';
import { guessColumns } from '#shared/domain/columns/guess.ts';
import { findHeaderRow } from '#shared/domain/columns/header-row.ts';
import { summariesOf } from '#tests/support/column-evidence.ts';

const shop = { country: 'ID', currency: 'IDR' };

/** Titles and one row, each split by `;`, as the fields they become. */
function fields(headers: string, ...rows: readonly string[]): string {
  const names = headers.split(';');
  const cells: Cell[][] = rows.map((row) => row.split(';'));
  return guessColumns(names, summariesOf(names.length, cells), shop)
    .map((one) => one.field)
    .join(' ');
}

describe('lists of complaints', () => {
  it('are read as a shop keeps them', () => {
    expect(
      fields(
        'No;Tgl;Nama Pelanggan;Kontak;Jenis Keluhan;Uraian Keluhan;Tindak Lanjut;Status;PIC',
        '1;13/05/2026;Ani;081234567890;Rasa;Kopi terlalu pahit;Diganti;selesai;Sinta',
        '2;14/05/2026;Budi;081234567891;Waktu;Antar terlambat;Minta maaf;proses;Dimas',
      ),
    ).toBe(
      'ignore complaint.receivedOn customer.name customer.phone complaint.cause complaint.text ' +
        'complaint.solution complaint.status complaint.handledBy',
    );
    expect(
      fields(
        'Tanggal Komplain;Nama;Komplain;Status;Ganti Rugi',
        '13/05/2026;Ani;Kopi dingin;selesai;Rp 20.000',
        '14/05/2026;Budi;Gula habis;baru;',
      ),
    ).toBe(
      'complaint.receivedOn customer.name complaint.text complaint.status complaint.compensation',
    );
  });

  it('are read as a form and a help desk write them', () => {
    expect(
      fields(
        'Timestamp;Nama Lengkap;Nomor HP;Keluhan Anda',
        '13/05/2026 09:15:00;Ani;081234567890;Kopi dingin',
      ),
    ).toBe('complaint.receivedOn customer.name customer.phone complaint.text');
    expect(
      fields(
        'Ticket ID;Created At;Customer Name;Email;Channel;Subject;Description;Priority;Status;' +
          'First Response Date;Resolved Date;Assigned To',
        'T-1;2026-05-13 09:00;Ani;a@b.id;email;Cold;It was cold;high;open;2026-05-13 10:00;;Sam',
      ),
    ).toBe(
      'complaint.number complaint.receivedOn customer.name customer.email complaint.channel ' +
        'complaint.title complaint.text complaint.severity complaint.status ' +
        'complaint.answeredOn complaint.resolvedOn complaint.handledBy',
    );
  });
});

describe('lists of contacts', () => {
  it('are read as a shop keeps them', () => {
    expect(
      fields(
        'Tgl;Nama;No HP;Via;Isi Percakapan;Follow Up',
        '13/05/2026;Ani;081234567890;wa;Tanya harga grosir;20/05/2026',
      ),
    ).toBe('contact.date customer.name customer.phone contact.channel contact.text contact.nextOn');
    expect(
      fields(
        'Date;Customer;Phone;Direction;Notes;Outcome;Next Contact',
        '2026-05-13;Ani;081234567890;in;Asked for prices;waiting;2026-05-20',
      ),
    ).toBe(
      'contact.date customer.name customer.phone contact.direction contact.text contact.outcome ' +
        'contact.nextOn',
    );
  });
});

describe('files of other kinds', () => {
  it.each([
    [
      'a workshop’s receipts',
      'Tanggal;Nama;No HP;Keluhan;Total',
      '13/05/2026;Ani;081234567890;rem bunyi;250.000',
      'sale.date customer.name customer.phone ignore sale.total',
    ],
    [
      'journeys sold',
      'Tanggal;Nama;No Tiket;Keterangan;Total',
      '13/05/2026;Ani;T-1;Jogja ke Solo;50.000',
      'sale.date customer.name sale.number sale.note sale.total',
    ],
    [
      'customers with notes',
      'Nama;No HP;Tgl Lahir;Catatan;Channel',
      'Ani;081234567890;13/05/1990;suka kopi;wa',
      'customer.name customer.phone customer.birthday customer.note customer.source',
    ],
    [
      'a till',
      'Tanggal;Nama;Nama Barang;Qty;Harga;Keluhan;Status',
      '13/05/2026;Ani;Kopi;2;10.000;dingin;selesai',
      'sale.date customer.name product.name line.quantity line.unitPrice ignore sale.status',
    ],
  ])('stay what they were: %s', (_, headers, row, expected) => {
    expect(fields(headers, row)).toBe(expected);
  });
});

describe('the row of titles', () => {
  it('is found under title lines in lists of complaints and contacts', () => {
    const complaints = [
      ['DAFTAR KELUHAN', '', '', ''],
      ['bulan Mei', '', '', ''],
      ['Tgl Masuk', 'Keluhan', 'Solusi', 'Petugas'],
      ['13 Mei 2026', 'Kopi dingin', 'Diganti', 'Sinta'],
    ];
    expect(findHeaderRow(complaints)).toEqual({ index: 2, confidence: 'sure' });
    const contacts = [
      ['CATATAN', '', ''],
      ['Tgl Kontak', 'Isi Percakapan', 'Hubungi Lagi'],
      ['13 Mei 2026', 'Tanya harga', '20 Mei 2026'],
    ];
    expect(findHeaderRow(contacts)).toEqual({ index: 1, confidence: 'sure' });
  });
});
