import { beforeEach, describe, expect, it } from 'vitest';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const june = { from: '2026-06-01', to: '2026-06-30' };
const price = 68_000_00;

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
  addCustomer(shop.raw, { name: 'Ratna Kusuma', phones: ['+6281234567890'] });
  finishShop(shop.raw);
});

/** Three sold, one of them given back. */
async function sold(isOnAccount: boolean) {
  const lines = [{ productId: null, name: 'Kopi', quantityE4: 30_000, unitPriceE4: 680_000_000 }];
  const facts = { number: null, soldOn: today, customerId: 1 as never, lines, isOnAccount };
  const { id } = await shop.ask('sales.create', { facts });
  const around = await shop.ask('sales.around', { id });
  const lineId = around.lines[0]?.lineId ?? 0;
  const back = { returnedOn: today, isOnAccount, lines: [{ lineId, quantityE4: 10_000 }] };
  return { saleId: id, ...(await shop.ask('sales.return', { id, ...back })) };
}

/** What every place says that counts sales and returns. */
async function said(saleId: number) {
  const { figures } = await shop.ask('accountant.figures', june);
  const { rows } = await shop.ask('payments.owed', {});
  const { rows: products } = await shop.ask('products.list', {});
  const summary = await shop.ask('sales.summary', {});
  const { returns } = await shop.ask('sales.around', { id: saleId as never });
  return {
    net: figures.netMinor,
    unexplained: figures.unexplainedMinor,
    returns: figures.returns.count,
    owedAtEnd: figures.closing.minor,
    owed: rows[0]?.owedMinor ?? 0,
    product: products[0]?.revenueMinor,
    revenue: summary.revenueMinor,
    returned: returns.length,
  };
}

describe.each([true, false])('a return that is called off, on account: %s', (isOnAccount) => {
  it('takes nothing off anything, and its undo takes it off again', async () => {
    const { saleId, id } = await sold(isOnAccount);
    const standing = (pieces: number, returned: number) => ({
      ...{ net: pieces * price, product: pieces * price, revenue: pieces * price, returned },
      ...{ owedAtEnd: isOnAccount ? pieces * price : 0, owed: isOnAccount ? pieces * price : 0 },
      ...{ unexplained: 0, returns: returned },
    });
    expect(await said(saleId)).toEqual(standing(2, 1));
    const { batchId } = await shop.ask('sales.cancel', { id });
    expect(await said(saleId)).toEqual(standing(3, 0));
    await shop.ask('history.undo', { batchId });
    expect(await said(saleId)).toEqual(standing(2, 1));
  });
});
