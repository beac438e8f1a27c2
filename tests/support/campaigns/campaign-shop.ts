import type { Input } from '#shared/contract/index.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

/** A campaign to everybody, but for what a test settles otherwise. */
export const campaignFacts = {
  ...{ name: 'Lebaran', channel: 'whatsapp', text: 'Halo {sapaan|Kak}, ada kabar.' },
  ...{ definition: { parts: [] }, heldPercent: 0, restDays: 14 },
} satisfies Input<'campaigns.create'>['facts'];

/** A shop of so many with a phone, who bought a year ago. */
export async function campaignShop(people: number): Promise<DirectShop> {
  const shop = await directShop();
  shop.raw.transaction(() => {
    for (let index = 1; index <= people; index += 1) {
      const id = addCustomer(shop.raw, {
        name: `Orang ${index}`,
        phones: [`+62811${String(index).padStart(7, '0')}`],
        emails: [`orang${index}@contoh.id`],
      });
      const sale = addSale(shop.raw, { customerId: id, soldOn: '2025-06-01', revenueMinor: 900 });
      addLine(shop.raw, sale, 'Kopi', 900);
    }
  })();
  finishShop(shop.raw);
  return shop;
}

/** The rows of a table that a condition holds for. */
export function rowsWhere<T>(shop: DirectShop, table: string, where: string): T[] {
  return shop.raw.prepare(`SELECT * FROM ${table} WHERE ${where} ORDER BY id`).all() as T[];
}
