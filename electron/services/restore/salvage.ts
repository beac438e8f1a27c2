import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncPath } from '#db/file/backup.ts';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { checkThere, dropCopy } from '#db/file/copy-beside.ts';
import { inTransaction } from '#db/file/transaction.ts';
import { broughtCustomers } from '#db/queries/exports/bring.ts';
import { countSince } from '#db/queries/restore/since.ts';
import { readSettings } from '#db/queries/settings.ts';
import { type Salvaged, salvage } from '#db/salvage/salvage.ts';
import type { SalvageReport } from '#shared/contract/restore/salvage.ts';
import type { TaskContext } from '../../context.ts';
import type { SalvageWork } from '../../tasks/prepared.ts';
import { refreshShop } from '../imports/commit.ts';
import { breathe } from '../imports/draft-store.ts';
import { kindsOf } from './salvage-kinds.ts';

type Lost = 'customers' | 'products';

const unknown: Readonly<Record<'id' | 'en', Readonly<Record<Lost, string>>>> = {
  id: { customers: 'Pelanggan tidak dikenal no.', products: 'Barang tidak dikenal no.' },
  en: { customers: 'Unknown customer no.', products: 'Unknown product no.' },
};

/** What can be computed was not read: it is computed. Answers what the report says of the shop. */
async function finish(ctx: TaskContext, path: string, copyMadeAt: string | null) {
  ctx.progress('checking', 0, 0);
  await checkThere(path, true);
  const fresh = openConnection(path);
  try {
    const { raw, db } = fresh;
    const { settings } = await readSettings(db);
    const inFresh = { ...ctx, open: () => fresh };
    await inTransaction(raw, () => refreshShop(inFresh, settings, broughtCustomers(raw)));
    const { shopName, timeZone } = settings;
    return { shopName, timeZone, since: sinceOf(raw, copyMadeAt) };
  } finally {
    await fresh.close();
  }
}

function sinceOf(raw: RawHandle, copyMadeAt: string | null): SalvageReport['since'] {
  return copyMadeAt === null ? null : countSince(raw, copyMadeAt);
}

/** Who is there by name of a number alone was entered by nobody, just now. */
function withoutNamed(
  { customers, sales }: NonNullable<SalvageReport['since']>,
  named: SalvageReport['named'],
): SalvageReport['since'] {
  return { customers: Math.max(0, customers - named.customers), sales };
}

function savedOf({ tables }: Salvaged, name: string): number {
  return tables.find(({ table }) => table === name)?.saved ?? 0;
}

/** Reads the damaged file, makes a whole one of it beside it, and says what is in that. */
export async function salvageShop(
  ctx: TaskContext,
  _input: unknown,
  { path, to, scratch, copyMadeAt, language }: SalvageWork,
): Promise<SalvageReport | null> {
  ctx.progress('salvaging', 0, 0);
  await mkdir(dirname(scratch), { recursive: true });
  const names = {
    at: ctx.clock.instant(),
    nameOf: (kind: Lost, id: number, said: string | null) =>
      `${unknown[said === 'id' || said === 'en' ? said : language][kind]} ${id}`,
  };
  const onRows = async (done: number, total: number) => {
    ctx.progress('salvaging', done, total);
    await breathe(ctx.signal);
  };
  const salvaged = await salvage({ from: path, to, scratch, names, onRows });
  const rows = salvaged?.tables.reduce((sum, { saved }) => sum + saved, 0) ?? 0;
  if (salvaged === null || rows === 0) {
    await dropCopy(to);
    return null;
  }
  const shop = await finish(ctx, to, copyMadeAt);
  await syncPath(to);
  const { named, loosened, partial, pages, log } = salvaged;
  return {
    ...shop,
    since: shop.since === null ? null : withoutNamed(shop.since, named),
    kinds: kindsOf(salvaged.tables),
    customers: savedOf(salvaged, 'customers'),
    sales: savedOf(salvaged, 'sales'),
    ...{ named, loosened, partial, pages, log },
  };
}
