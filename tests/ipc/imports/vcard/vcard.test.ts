import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sharedData } from '#tests/support/shared-data.ts';
import { addsUp, type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop | null = null;
afterEach(async () => {
  await shop?.close();
  shop = null;
});

async function bring(text: string | Buffer) {
  shop = await openImportShop();
  const { report } = await shop.import(await shop.file('kontak.vcf', text));
  const points = (kind: string) =>
    shop
      ?.all<{ value: string }>('SELECT value FROM contact_points WHERE kind = ? ORDER BY id', kind)
      .map(({ value }) => value) ?? [];
  const customers = shop.all<{ name: string; note: string | null; birthday: string | null }>(
    'SELECT name, note, birthday_on AS birthday FROM customers ORDER BY id',
  );
  return { report, customers, phones: points('phone'), emails: points('email') };
}

const lines = (...all: readonly string[]) => `${all.join('\r\n')}\r\n`;

describe('contacts of a phone', () => {
  it('of 2.1 with quoted-printable over two lines, a picture and a card without a name', async () => {
    const { customers, phones, emails } = await bring(
      lines(
        'BEGIN:VCARD',
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ay=C3=BA;Si=',
        'ti;;;',
        'TEL;CELL;PREF:0812-3450-0001',
        'TEL;HOME:021 700 1234',
        'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/TEL',
        ' TEL:0899999999',
        '',
        'END:VCARD',
        'BEGIN:VCARD',
        'VERSION:2.1',
        'EMAIL;PREF:bima@contoh.test',
        'END:VCARD',
      ),
    );
    expect(customers.map(({ name }) => name)).toEqual(['Siti Ayú', 'bima@contoh.test']);
    expect(phones).toEqual(['+6281234500001', '+62217001234']);
    expect(emails).toEqual(['bima@contoh.test']);
  });

  it('of 3.0 with folded lines, groups, escapes and several addresses', async () => {
    const { customers, report } = await bring(
      lines(
        'BEGIN:VCARD',
        'VERSION:3.0',
        'FN:Citra Dewi',
        'item1.TEL;type=CELL:+62 812 3450 0003',
        'BDAY;value=date:1990-03-05',
        'ADR;TYPE=HOME:;;Jl. Melati 1\\, Blok A;Bogor;Jawa Barat;16111;Indonesia',
        'ADR;TYPE=WORK:;;Jl. Mawar 2;Depok;;;',
        'NOTE:suka kopi\\, tanpa gu',
        ' la\\nantar sore',
        'END:VCARD',
      ),
    );
    expect(customers).toEqual([
      {
        name: 'Citra Dewi',
        note: 'Address: Jl. Mawar 2, Depok\nsuka kopi, tanpa gula\nantar sore',
        birthday: '1990-03-05',
      },
    ]);
    expect(shop?.all('SELECT street, city, postal_code FROM addresses ORDER BY id')).toEqual([
      { street: 'Jl. Melati 1, Blok A', city: 'Bogor', postal_code: '16111' },
    ]);
    expect(addsUp(report)).toBe(true);
  });

  it('of 4.0 with a phone as an address, and a birthday without its year in the note', async () => {
    const { customers, phones } = await bring(
      lines(
        'BEGIN:VCARD',
        'VERSION:4.0',
        'FN:Dodi',
        'BDAY:--0203',
        'TEL;VALUE=uri;TYPE="work,voice":tel:+62-812-3450-0004',
        'END:VCARD',
      ),
    );
    expect(customers).toEqual([{ name: 'Dodi', note: 'Birthday: 3 Feb', birthday: null }]);
    expect(phones).toEqual(['+6281234500004']);
  });

  it('a card that does not end takes nothing of the next, and lines that are none are passed over', async () => {
    const { customers, phones } = await bring(
      lines(
        'BEGIN:VCARD',
        'FN:Ayu',
        'TEL:081234500001',
        'BEGIN:VCARD',
        'kein doppelpunkt',
        'FN:Bima',
        'TEL:081234500002',
        'END:VCARD',
        'TEL:081234500009',
      ),
    );
    expect(customers.map(({ name }) => name)).toEqual(['Ayu', 'Bima']);
    expect(phones).toEqual(['+6281234500001', '+6281234500002']);
  });

  it('the same contacts again change nothing', async () => {
    const card = lines('BEGIN:VCARD', 'FN:Ayu', 'TEL:081234500001', 'NOTE:langganan', 'END:VCARD');
    await bring(card);
    const again = await shop?.import(await shop.file('lagi.vcf', card));
    expect(again?.report.counts).toMatchObject({ read: 1, added: 0, updated: 0, unchanged: 1 });
  });
});

const folder = sharedData('contacts/vcard');
const files = folder === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.vcf'));

/** The values of a property in a file, found by another way than the reader goes: by its lines alone. */
function valuesOf(text: string, property: string): string[] {
  const whole = text.replace(/=\r?\n/g, '').replace(/\r?\n[ \t]/g, '');
  return [
    ...whole.matchAll(
      new RegExp(`^(?:[\\w-]+\\.)?${property}(;[^\\r\\n]*?)?:([^\\r\\n]+)$`, 'gim'),
    ),
  ]
    .map(([, head = '', value = '']) => {
      const read = /quoted-printable/i.test(head)
        ? decodeURIComponent(value.replaceAll('%', '%25').replace(/=([0-9A-F]{2})/g, '%$1'))
        : value.replace(/\\n/gi, '\n').replace(/\\(.)/g, '$1');
      return read.trim();
    })
    .filter((value) => value !== '');
}

describe.skipIf(files.length === 0)(
  'real exporters’ cards (skipped where ../shared/data is missing)',
  () => {
    it.each(files)('%s keeps every phone, e-mail, name, birthday and note', async (name) => {
      const bytes = readFileSync(join(folder ?? '', name));
      const text = bytes.toString('utf8');
      const { customers, phones, emails, report } = await bring(bytes);
      const words = (each: string): string => each.replace(/\s+/g, ' ').trim().toLowerCase();
      const notes = words(customers.map(({ note }) => note ?? '').join('\n'));
      const digits = [...phones, notes].map((each) => each.replace(/\D/g, ''));
      const lostPhones = valuesOf(text, 'TEL').filter((value) => {
        const own = value
          .replace(/^tel:/i, '')
          .replace(/;ext=.*/, '')
          .replace(/\D/g, '')
          .replace(/^0+/, '');
        return own === ''
          ? !notes.includes(words(value))
          : !digits.some((each) => each.includes(own));
      });
      expect(lostPhones).toEqual([]);
      const lostEmails = valuesOf(text, 'EMAIL').filter((value) => {
        return (
          !emails.some((each) => each.toLowerCase() === value.toLowerCase()) &&
          !notes.includes(words(value))
        );
      });
      expect(lostEmails).toEqual([]);
      const names = customers.map((each) => words(each.name));
      expect(valuesOf(text, 'FN').filter((value) => !names.includes(words(value)))).toEqual([]);
      const days = customers.map(({ birthday }) => (birthday ?? '').replaceAll('-', ''));
      const lostDays = valuesOf(text, 'BDAY').filter((value) => {
        return !days.includes(value.replaceAll('-', '')) && !/birthday: \d+ \w{3}/.test(notes);
      });
      expect(lostDays).toEqual([]);
      expect(valuesOf(text, 'NOTE').filter((value) => !notes.includes(words(value)))).toEqual([]);
      expect(report.counts.wrong + report.counts.skipped).toBe(0);
    });
  },
);
