import { openConnection } from '#db/file/client.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import type { ComplaintId, CustomerId, ProductId, SaleId } from '#shared/ids.ts';
import { logicalDumpHash } from '../logical-dump.ts';
import { addCustomer, addLine, addSale, finishShop } from './build-shop.ts';
import { type Fill, type TempShop, tempShop } from './temp-shop.ts';

export const damar = 1 as CustomerId;
export const lembayung = 2 as CustomerId;
export const robusta = 1 as ProductId;
export const gayo = 2 as ProductId;
/** Damar's sale of robusta; the second is Lembayung's. */
export const damarsSale = 1 as SaleId;
export const lembayungsSale = 2 as SaleId;

/** A shop of two customers who bought, open Monday to Saturday 08:00–17:00 in Jakarta, no holidays; `more` adds to it. */
export async function complaintShop(more?: Fill): Promise<TempShop> {
  const shop = await tempShop((raw) => {
    addCustomer(raw, { name: 'Kedai Tepi Kali', kind: 'business', phones: ['+628125550118'] });
    addCustomer(raw, { name: 'Warung Kopi Lembayung', kind: 'business' });
    const sold = (customerId: number, soldOn: string, number: string) =>
      addSale(raw, { customerId, soldOn, revenueMinor: 57_500_000, number });
    addLine(raw, sold(damar, '2026-05-08', 'N-2605-0087'), 'Robusta Temanggung', 57_500_000);
    addLine(raw, sold(lembayung, '2026-04-20', 'N-2604-0012'), 'Kopi Gayo', 57_500_000);
    more?.(raw);
    finishShop(raw);
  });
  await shop.ask('settings.update', {
    timeZone: 'Asia/Jakarta',
    holidays: [],
    authorityMinor: 75_000_000,
  });
  return shop;
}

export type Facts = Input<'complaints.create'>;

/** A complaint of Damar's about his robusta. */
export function staleBeans(parts: Partial<Facts> = {}): Facts {
  return {
    customerId: damar,
    channel: 'whatsapp',
    severity: 'severe',
    title: 'Biji apek, 5 kg Robusta Temanggung',
    words: 'Kopi 5 kg yang datang Jumat berbau apek.',
    productId: robusta,
    saleId: damarsSale,
    ...parts,
  };
}

export type Step = Input<'complaints.step'>['step'];
type StepOf<M extends Step['move']> = Extract<Step, { move: M }>;
export type Page = Output<'complaints.get'>;

export interface Chain {
  readonly id: ComplaintId;
  readonly number: string;
  get(): Promise<Page>;
  step(step: Step): Promise<Output<'complaints.step'>>;
  refused(step: Step): Promise<unknown>;
}

/** Writes a complaint down and gives what a test does with it. */
export async function received(shop: TempShop, parts: Partial<Facts> = {}): Promise<Chain> {
  const { id, number } = await shop.ask('complaints.create', staleBeans(parts));
  return {
    id,
    number,
    get: () => shop.ask('complaints.get', { id }),
    step: (step) => shop.ask('complaints.step', { id, step }),
    refused: (step) => shop.fail('complaints.step', { id, step }),
  };
}

export const answering: StepOf<'answer'> = { move: 'answer', answer: 'Terima kasih, mohon maaf.' };
export const diagnosing: StepOf<'diagnose'> = {
  move: 'diagnose',
  cause: 'Penyimpanan',
  causeNote: 'Karung basah.',
};
export const resolving: StepOf<'resolve'> = { move: 'resolve', solution: 'Kirim 5 kg baru.' };
/** On 15 June 2026. */
export const improving: StepOf<'improve'> = {
  move: 'improve',
  action: { what: 'Palet di gudang', owner: 'Sekar', dueOn: '2026-06-20', checkOn: '2026-08-20' },
};

/** Takes the steps in turn. */
export async function walk(chain: Chain, ...steps: Step[]): Promise<void> {
  for (const step of steps) await chain.step(step);
}

/** What all of the shop's own rows come to: the same before a change and after its undo. */
export async function dumpOf(shop: TempShop): Promise<string> {
  const { raw, close } = openConnection(shop.database, { readonly: true });
  const hash = logicalDumpHash(raw);
  await close();
  return hash;
}
