import { join } from 'node:path';
import type { ReadHandle } from '#db/file/client.ts';
import { type CustomerCard, customerCards } from '#db/queries/exports/cards.ts';
import { type Card, cardText } from '#shared/domain/text/vcard.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';
import type { WriteOptions } from '../files/table.ts';

const pageSize = 500;

function cardOf(row: CustomerCard): Card {
  const valuesOf = (...kinds: readonly string[]) =>
    row.points.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value);
  return {
    uid: `customer-${row.id}-${row.createdAt.replace(/\D/g, '')}@langgan`,
    isBusiness: row.kind === 'business',
    name: row.name === '' ? `#${row.id}` : row.name,
    phones: valuesOf('phone'),
    emails: valuesOf('email'),
    links: valuesOf('website', 'social'),
    addresses: row.addresses.map((one) => ({
      street: [one.street, one.district].filter(Boolean).join(', '),
      city: one.city ?? '',
      province: one.province ?? '',
      postalCode: one.postal_code ?? '',
      country: one.country ?? '',
    })),
    birthdayOn: row.birthdayOn,
    tags: row.tags,
    note: row.note,
  };
}

/** Writes every customer who is not in the trash as a card. Returns how many. */
export async function writeCards(
  folder: string,
  db: ReadHandle,
  { signal, onProgress }: WriteOptions,
): Promise<number> {
  let cards = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    let rows = await customerCards(db, 0, pageSize);
    while (rows.length > 0) {
      yield Buffer.from(rows.map((row) => cardText(cardOf(row))).join(''), 'utf8');
      cards += rows.length;
      onProgress?.(cards);
      rows = await customerCards(db, rows.at(-1)?.id ?? 0, pageSize);
    }
  }
  await writeFileAtomically(join(folder, 'customers.vcf'), chunks(), signal);
  return cards;
}
