import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PaperForm } from '#shared/contract/sales/paper.ts';
import type { SaleId } from '#shared/ids.ts';
import { smallJpeg } from '#tests/support/files/small-jpeg.ts';
import { hundredths, paperRows } from '#tests/support/read-paper.ts';
import { addCustomer, addLine, addPayment, addSale } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { clearLedger, fillLedger, ledger } from '#tests/support/shop/random-ledger.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

type Language = 'id' | 'en';
const languages = ['id', 'en'] as const;
const forms = ['receipt', 'invoice'] as const;

const said = {
  id: {
    ...{ goods: 'Barang', discount: 'Diskon nota', shipping: 'Ongkos kirim', tax: 'Pajak' },
    ...{ rest: 'Di luar baris di atas', total: 'Total', credit: 'Total retur', paid: 'Dibayar' },
    ...{ left: 'Sisa utang', within: 'Termasuk pajak', off: 'Dipotong dari utang' },
    ...{ back: 'Uang dikembalikan', returned: 'Diretur', titles: ['Barang', 'Jumlah', 'Harga'] },
  },
  en: {
    ...{ goods: 'Products', discount: 'Discount on all', shipping: 'Shipping', tax: 'Tax' },
    ...{ rest: 'Not in the lines above', total: 'Total', credit: 'Total returned', paid: 'Paid' },
    ...{ left: 'Still owed', within: 'Including tax', off: 'Taken off what is owed' },
    ...{ back: 'Paid back', returned: 'Returned', titles: ['Product', 'Quantity', 'Price'] },
  },
} as const;

async function paperOf(shop: DirectShop, id: number, form: PaperForm) {
  const path = join(tempFolder(), 'paper.pdf');
  shop.prepared = { path };
  const made = await shop.ask('sales.savePdf', { id: id as SaleId, form, name: 'x' });
  const pdf = readFileSync(path);
  return { path, pdf, pages: paperRows(pdf), isWhole: made?.isWhole };
}

async function openShop(language: Language): Promise<DirectShop> {
  const shop = await directShop();
  await shop.ask('settings.update', { language, shopName: 'Sekar Pagi' });
  return shop;
}

interface Row {
  readonly kind: string;
  readonly status: string;
  readonly discount_minor: number;
  readonly shipping_minor: number;
  readonly total_minor: number;
  readonly tax_mode: string;
  readonly tax_minor: number;
  readonly is_on_account: number;
}

/** What has to stand on paper, counted from the rows. */
function expected(shop: DirectShop, id: number) {
  const sale = shop.raw.prepare('SELECT * FROM sales WHERE id = ?').get(id) as Row;
  const amounts = shop.raw
    .prepare('SELECT amount_minor FROM sale_lines WHERE sale_id = ? ORDER BY position')
    .pluck()
    .all(id) as number[];
  const sign = sale.kind === 'return' ? -1 : 1;
  const scalar = (sql: string) => Number(shop.raw.prepare(sql).pluck().get({ id, on: shop.day }));
  const paid = scalar(`SELECT coalesce(sum(p.amount_minor), 0) FROM payment_parts p JOIN payments m
    ON m.id = p.payment_id WHERE p.sale_id = @id AND m.deleted_at IS NULL AND m.paid_on <= @on`);
  const back =
    scalar(`SELECT coalesce(sum(abs(r.total_minor + r.shipping_minor)), 0) FROM sales r JOIN sales o
    ON o.id = r.return_of WHERE o.id = @id AND r.kind = 'return' AND r.is_on_account = 1
    AND r.customer_id IS o.customer_id AND r.deleted_at IS NULL AND r.sold_on <= @on`);
  // A file may name shipping beside what came back: nobody says that it was given back too.
  const shipping = Math.max(0, sign * sale.shipping_minor);
  const charged = sign * sale.total_minor + shipping;
  const whole = amounts.map((one) => sign * one || 0);
  return { sale, sign, amounts: whole, paid, back, shipping, charged };
}

/** The figures beside the names that the paper says, and those of its lines. */
function figuresOn(rows: readonly string[][], language: Language, form: PaperForm) {
  const words = said[language];
  const names: readonly string[] = [
    ...[words.goods, words.discount, words.shipping, words.rest, words.total, words.credit],
    ...[words.left, words.off, words.returned],
  ];
  const begins = [words.tax, words.within, words.back, words.paid];
  const sums = new Map<string, number>();
  const lines: number[] = [];
  for (const [first = '', ...rest] of rows) {
    const last = rest.at(-1);
    if (last === undefined || !/\d$/.test(last)) continue;
    const isLine = form === 'invoice' ? rest.length >= 3 : first.includes(' × ');
    const key = names.includes(first) ? first : begins.find((name) => first.startsWith(name));
    if (isLine) lines.push(hundredths(last.replace('\u2212', '-'), language));
    else if (key !== undefined && /^-?Rp/.test(last))
      sums.set(key, (sums.get(key) ?? 0) + hundredths(last, language));
  }
  return { sums, lines };
}

interface Asked {
  readonly id: number;
  readonly language: Language;
  readonly form: PaperForm;
}

function checkPaper(shop: DirectShop, asked: Asked, rows: readonly string[][]) {
  const { id, language, form } = asked;
  const words = said[language];
  const { sale, sign, amounts, paid, back, shipping, charged } = expected(shop, id);
  const { sums, lines } = figuresOn(rows, language, form);
  expect(lines).toEqual(amounts);
  const on = (name: string) => sums.get(name) ?? 0;
  const total = on(sale.kind === 'return' ? words.credit : words.total);
  expect(total).toBe(charged || 0);
  expect(on(words.discount)).toBe(-sale.discount_minor || 0);
  expect(on(words.shipping)).toBe(shipping);
  const fromLines = lines.reduce((sum, one) => sum + one, 0);
  if (sums.has(words.goods) && lines.length > 0) expect(on(words.goods)).toBe(fromLines);
  // A sale without lines is its total, and its goods are said where more comes off or on.
  const goods = lines.length > 0 ? fromLines : (sums.get(words.goods) ?? total);
  expect(on(words.tax)).toBe(sale.tax_mode === 'exclusive' ? sign * sale.tax_minor || 0 : 0);
  expect(on(words.within)).toBe(sale.tax_mode === 'inclusive' ? sign * sale.tax_minor || 0 : 0);
  const steps = [words.discount, words.shipping, words.rest, words.tax].map(on);
  expect(steps.reduce((sum, one) => sum + one, goods)).toBe(total);
  if (!['completed', 'processing'].includes(sale.status)) return;
  if (sale.kind === 'return')
    expect(on(sale.is_on_account === 1 ? words.off : words.back)).toBe(charged || 0);
  else if (sale.is_on_account === 0) expect(on(words.paid)).toBe(charged);
  else {
    expect(on(words.paid)).toBe(paid);
    expect(on(words.returned)).toBe(-back || 0);
    expect(on(words.left)).toBe(Math.max(0, charged - back - paid));
  }
}

describe.each(languages)('figures on paper (%s)', (language) => {
  it('are those of the rows, and add up, for any sale', async () => {
    const shop = await openShop(language);
    await fc.assert(
      fc.asyncProperty(ledger, fc.constantFrom(...forms), async (book, form) => {
        clearLedger(shop.raw);
        fillLedger(shop.raw, book);
        for (const index of book.sales.keys()) {
          const { pages } = await paperOf(shop, index + 1, form);
          checkPaper(shop, { id: index + 1, language, form }, pages.flat());
        }
      }),
      { numRuns: 15 },
    );
  });
});

/** Ratna's sale on account: a part is paid, one cup came back, and tax is in its prices. */
async function richSale(shop: DirectShop): Promise<number> {
  const ratna = addCustomer(shop.raw, { name: 'Ratna Kusuma', phones: ['+628123'] });
  shop.raw.prepare("UPDATE customers SET tax_id = '01.234.567.8' WHERE id = ?").run(ratna);
  shop.raw
    .prepare(
      `INSERT INTO addresses (customer_id, street, city, postal_code, position)
       VALUES (?, 'Jl. Melati 7', 'Bandung', '40115', 0)`,
    )
    .run(ratna);
  const line = { productId: null, discount: null, taxRateE4: 1100 };
  const { id } = await shop.ask('sales.create', {
    facts: {
      ...{ number: 'INV-7', soldOn: '2026-06-10', customerId: ratna as never },
      lines: [
        { ...line, name: 'Kopi Gayo', quantityE4: 15_000, unitPriceE4: 1_200_000_000 },
        {
          ...{ ...line, name: 'Cangkir', quantityE4: 40_000, unitPriceE4: 255_000_000 },
          discount: { kind: 'amount', minor: 200_000 },
        },
      ],
      ...{ discount: { kind: 'amount', minor: 1_000_000 }, taxMode: 'inclusive' },
      ...{ isOnAccount: true, dueOn: '2026-06-30', note: 'Titip di satpam' },
    },
  });
  shop.raw.exec("UPDATE products SET unit = 'kg' WHERE name = 'Kopi Gayo'");
  const { lines } = await shop.ask('sales.around', { id });
  const cup = lines[1]?.lineId ?? 0;
  await shop.ask('sales.return', {
    ...{ id, returnedOn: '2026-06-12', lines: [{ lineId: cup, quantityE4: 10_000 }] },
    ...{ isOnAccount: true, method: null, note: null },
  });
  addPayment(shop.raw, {
    ...{ customerId: ratna, paidOn: '2026-06-11', amountMinor: 10_000_000 },
    parts: [[id, 10_000_000]],
  });
  return id;
}

const shopPaper = {
  ...{ address: 'Jl. Braga 1\nBandung', phone: '022 555', taxId: '99.8', roll: '80' as const },
  closing: 'Terima kasih',
};

describe('an invoice', () => {
  it.each([
    [
      'id' as const,
      [
        ...[['Faktur'], ['Sekar Pagi'], ['Jl. Braga 1'], ['Nomor: INV-7'], ['Bandung']],
        ...[
          ['Tanggal: 10 Juni 2026'],
          ['Telp. 022 555'],
          ['NPWP 99.8'],
          ['Kepada'],
          ['Ratna Kusuma'],
        ],
        ...[['Jl. Melati 7'], ['Bandung 40115'], ['NPWP 01.234.567.8']],
        ['Barang', 'Jumlah', 'Harga', 'Diskon', 'Total'],
        ['Kopi Gayo', '1,5 kg', '120.000', '180.000'],
        ['Cangkir', '4', '25.500', '-2.000', '100.000'],
        ...[
          ['Barang', 'Rp 280.000'],
          ['Diskon nota', '-Rp 10.000'],
          ['Total', 'Rp 270.000'],
        ],
        ...[
          ['Termasuk pajak 11%', 'Rp 26.756,76'],
          ['Diretur', '-Rp 24.107,14'],
        ],
        ...[
          ['Dibayar, 11 Juni 2026', 'Rp 100.000'],
          ['Sisa utang', 'Rp 145.892,86'],
        ],
        ...[['Jatuh tempo', '30 Juni 2026'], ['Titip di satpam'], ['Terima kasih']],
      ],
    ],
    [
      'en' as const,
      [
        ...[['Invoice'], ['Sekar Pagi'], ['Jl. Braga 1'], ['Number: INV-7'], ['Bandung']],
        ...[['Date: 10 June 2026'], ['Phone 022 555'], ['Tax ID 99.8'], ['To'], ['Ratna Kusuma']],
        ...[['Jl. Melati 7'], ['Bandung 40115'], ['Tax ID 01.234.567.8']],
        ['Product', 'Quantity', 'Price', 'Discount', 'Total'],
        ['Kopi Gayo', '1.5 kg', '120,000', '180,000'],
        ['Cangkir', '4', '25,500', '-2,000', '100,000'],
        ...[
          ['Products', 'Rp 280,000'],
          ['Discount on all', '-Rp 10,000'],
          ['Total', 'Rp 270,000'],
        ],
        ...[
          ['Including tax 11%', 'Rp 26,756.76'],
          ['Returned', '-Rp 24,107.14'],
        ],
        ...[
          ['Paid, 11 June 2026', 'Rp 100,000'],
          ['Still owed', 'Rp 145,892.86'],
        ],
        ...[['Due on', '30 June 2026'], ['Titip di satpam'], ['Terima kasih']],
      ],
    ],
  ])('says who sold what to whom, for how much, and what is left (%s)', async (language, rows) => {
    const shop = await openShop(language);
    await shop.ask('settings.update', { paper: shopPaper });
    const { pages, isWhole } = await paperOf(shop, await richSale(shop), 'invoice');
    expect([pages, isWhole]).toEqual([[rows], true]);
  });

  it('goes over as many pages as it takes, each with its titles and its number', async () => {
    const shop = await openShop('id');
    const id = addSale(shop.raw, {
      ...{ customerId: null, soldOn: '2026-06-10', revenueMinor: 60 * 500_000, number: 'N-60' },
    });
    const long = 'dengan nama yang panjang sekali supaya harus dipatah ke baris berikutnya';
    for (let place = 1; place <= 60; place += 1)
      addLine(shop.raw, id, `Barang ${place} ${long}`, 500_000);
    const { pages } = await paperOf(shop, id, 'invoice');
    expect(pages.length).toBeGreaterThan(2);
    const titles = ['Barang', 'Jumlah', 'Harga', 'Total'];
    for (const [index, page] of pages.entries()) {
      expect(page.at(-1)).toEqual([`Halaman ${index + 1} dari ${pages.length}`]);
      if (index > 0) expect(page[0]).toEqual(['Sekar Pagi', 'Faktur N-60']);
      if (page.some((row) => row.length > 3)) expect(page).toContainEqual(titles);
    }
    const text = pages
      .flat()
      .map((row) => row[0])
      .join(' ');
    for (let place = 1; place <= 60; place += 1) expect(text).toContain(`Barang ${place} dengan`);
    expect(text.match(/berikutnya/g)).toHaveLength(60);
  });

  it('says across it that it is cancelled', async () => {
    const shop = await openShop('en');
    const sale = { customerId: null, soldOn: '2026-06-10', revenueMinor: 500_000 };
    const ids = [addSale(shop.raw, { ...sale, status: 'cancelled' }), addSale(shop.raw, sale)];
    const across = async (id: number) =>
      / Tm \((.*)\) Tj/.exec((await paperOf(shop, id, 'invoice')).pdf.toString('latin1'))?.[1];
    expect([await across(ids[0] ?? 0), await across(ids[1] ?? 0)]).toEqual([
      'CANCELLED',
      undefined,
    ]);
  });

  it('of a return is a credit note above zero that names its sale', async () => {
    const shop = await openShop('id');
    const id = await richSale(shop);
    const back = Number(
      shop.raw.prepare('SELECT id FROM sales WHERE return_of = ?').pluck().get(id),
    );
    const { pages } = await paperOf(shop, back, 'invoice');
    expect(pages.flat()).toEqual([
      ...[['Nota retur'], ['Sekar Pagi'], ['Tanggal: 12 Juni 2026']],
      ...[['Retur dari: INV-7, 10 Juni 2026'], ['Kepada'], ['Ratna Kusuma'], ['Jl. Melati 7']],
      ...[['Bandung 40115'], ['NPWP 01.234.567.8']],
      ['Barang', 'Jumlah', 'Harga', 'Diskon', 'Total'],
      ['Cangkir', '1', '25.500', '-500', '25.000'],
      ...[
        ['Barang', 'Rp 25.000'],
        ['Diskon nota', '-Rp 892,86'],
        ['Total retur', 'Rp 24.107,14'],
      ],
      ...[
        ['Termasuk pajak 11%', 'Rp 2.389'],
        ['Dipotong dari utang', 'Rp 24.107,14'],
      ],
    ]);
  });
});

describe('a receipt', () => {
  it.each(['80', '58'] as const)('keeps within a roll of %s mm', async (roll) => {
    const shop = await openShop('id');
    await shop.ask('settings.update', { paper: { ...shopPaper, roll } });
    const { pdf, pages } = await paperOf(shop, await richSale(shop), 'receipt');
    expect(pages).toHaveLength(1);
    const [, width] = /MediaBox \[0 0 ([\d.]+)/.exec(pdf.toString('latin1')) ?? [];
    expect(Number(width)).toBeCloseTo((Number(roll) / 25.4) * 72, 1);
    expect(pages[0]).toContainEqual(['1,5 kg × 120.000', '180.000']);
    expect(pages[0]).toContainEqual(['4 × 25.500, Diskon -2.000', '100.000']);
    expect(pages[0]).toContainEqual(['Total', 'Rp 270.000']);
    expect(pages[0]?.at(-1)).toEqual(['Terima kasih']);
  });

  it('says which letters it has no shape for, and has the logo as it was given', async () => {
    const shop = await openShop('id');
    const name = '東京 Kopi \u{1F600}';
    const customerId = addCustomer(shop.raw, { name });
    const id = addSale(shop.raw, { customerId, soldOn: '2026-06-10', revenueMinor: 500_000 });
    const bare = await paperOf(shop, id, 'receipt');
    expect(bare.isWhole).toBe(false);
    expect(bare.pages[0]).toContainEqual(['?? Kopi ?']);
    expect(bare.pages[0]?.at(-1)).toEqual(['Huruf yang tidak dapat dicetak ditulis ?.']);
    const bytes = Buffer.from(smallJpeg, 'base64');
    expect(bare.pdf.includes(bytes)).toBe(false);
    await shop.ask('settings.setLogo', { jpeg: smallJpeg });
    expect((await shop.ask('settings.logo', {})).jpeg).toBe(smallJpeg);
    expect((await paperOf(shop, id, 'receipt')).pdf.includes(bytes)).toBe(true);
    await shop.ask('settings.setLogo', { jpeg: null });
    expect((await shop.ask('settings.logo', {})).jpeg).toBeNull();
  });
});

const hasReader = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasReader) console.warn('pdftotext is not here: what another program reads is not tested');

test.skipIf(!hasReader).each(forms)('another program reads the same (%s)', async (form) => {
  const shop = await openShop('id');
  await shop.ask('settings.update', { paper: shopPaper });
  await shop.ask('settings.setLogo', { jpeg: smallJpeg });
  const { path, pages } = await paperOf(shop, await richSale(shop), form);
  const run = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  const rows = run.stdout.split('\n').map((row) => row.replaceAll(/\s+/g, ''));
  for (const cells of pages.flat())
    for (const cell of cells) {
      const plain = cell.replaceAll(/\s+/g, '');
      expect(
        rows.some((row) => row.includes(plain)),
        cell,
      ).toBe(true);
    }
});
