import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { type ChannelName, contract, type Input } from '#shared/contract/index.ts';
import { customerId } from '#shared/ids.ts';
import { validInput } from '#tests/support/fuzz/valid-input.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

/** An id that no other number of a drawn input is. */
const person = 987_654_321;
const erased = { code: 'CONFLICT', reason: 'erased' };

/** What is still owed can be paid; the books go on. */
const booked = 'payments.record';
const commands = (Object.keys(contract) as ChannelName[]).filter(
  (name) => contract[name].kind === 'command' && name !== booked,
);

/** Inputs of a command that name the person where a customer stands, but not as one who stood there before. */
function namingInputs(channel: ChannelName): unknown[] {
  const drawn = validInput(
    contract[channel].input,
    {},
    new Map([[customerId, fc.constant(person)]]),
  );
  const naming = ({ expected, ...input }: Record<string, unknown>) =>
    JSON.stringify(input).includes(`${person}`) &&
    !JSON.stringify(expected ?? 0).includes(`${person}`);
  return fc
    .sample(drawn, 60)
    .filter((input) => contract[channel].input.safeParse(input).success)
    .filter((input) => naming(input as Record<string, unknown>))
    .slice(0, 5);
}

async function shopOfPerson(): Promise<TempShop> {
  return tempShop((raw) => {
    addCustomer(raw, { name: 'Ratna' });
    raw.prepare('UPDATE customers SET id = ?').run(person);
    addSale(raw, { customerId: person, soldOn: '2026-06-01', revenueMinor: 5 });
    finishShop(raw);
  });
}

/** How every command that can name a customer answers, called with the person; by its name. */
async function answersOf(shop: TempShop): Promise<Map<ChannelName, string[]>> {
  const answers = new Map<ChannelName, string[]>();
  for (const channel of commands)
    for (const input of namingInputs(channel)) {
      const result = await shop.call(channel, input as Input<ChannelName>);
      const said = result.ok ? 'done' : JSON.stringify(result.error);
      answers.set(channel, [...(answers.get(channel) ?? []), said]);
    }
  return answers;
}

it('every command that names somebody who was erased is refused, and nothing is written', async () => {
  const shop = await shopOfPerson();
  await shop.ask('privacy.erase', { customerId: person as never, confirm: 'Ratna' });
  const { raw, close } = openConnection(shop.database);
  const before = logicalDumpHash(raw);
  const answers = await answersOf(shop);
  expect(answers.size).toBeGreaterThan(15);
  expect(logicalDumpHash(raw)).toBe(before);
  await close();
  const others = [...answers].filter(([, said]) =>
    said.some((one) => one !== JSON.stringify(erased)),
  );
  expect(others).toEqual([]);
});

it('what is still owed by somebody who was erased can be paid, and the books show it', async () => {
  const shop = await shopOfPerson();
  const sale = {
    ...{ soldOn: '2026-06-10', customerId: person as never, isOnAccount: true },
    lines: [{ productId: null, name: 'Gula', quantityE4: 10_000, unitPriceE4: 70_000 }],
  };
  await shop.ask('sales.create', { facts: sale });
  await shop.ask('privacy.erase', { customerId: person as never, confirm: 'Ratna' });
  const owed = async () => (await shop.ask('payments.owed', {})).rows;
  expect(await owed()).toMatchObject([{ owedMinor: 700, isErased: true }]);
  const facts = { paidOn: '2026-06-14', amountMinor: 700, method: 'Tunai', note: null };
  const settles = { kind: 'account' } as const;
  await shop.ask('payments.record', { customerId: person as never, facts, settles });
  expect(await owed()).toEqual([]);
});
