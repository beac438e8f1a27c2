import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openConnection } from '#db/file/client.ts';
import type { Application } from '#electron/application.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { startTestApplication } from '#tests/support/render-app.tsx';
import { type CountedRow, journalRows } from '#tests/support/shop/journal-recount.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

export async function ask<N extends ChannelName>(
  app: Application,
  channel: N,
  input: Input<N>,
): Promise<Output<N>> {
  const result = await app.dispatch({ channel, input, callId: channel });
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
  return result.value as Output<N>;
}

const unknown: Omit<Input<'customers.create'>, 'name'> = {
  ...{ kind: 'person', relation: 'customer', mark: null, birthdayOn: null, gender: null },
  ...{ occupation: null, source: null, uses: null, tastes: null, matters: null, taxId: null },
  ...{ recommendedBy: null, note: null, contactPoints: [], addresses: [], tags: [] },
};

export interface HistoryShop {
  readonly app: Application;
  add(name: string): Promise<CustomerId>;
  /** Changes what is known about a customer. */
  edit(id: CustomerId, part: Partial<Input<'customers.create'>>): Promise<void>;
  /** Imports the file that the shop was opened with. */
  bringIn(): Promise<Output<'imports.commit'>>;
  /** The journal as it is now, read by other code. */
  rows(): Promise<CountedRow[]>;
}

/** A shop whose journal can be read beside what the window says; `file` is what its picker answers. */
export async function historyShop(language: 'id' | 'en', file?: string): Promise<HistoryShop> {
  const folder = tempFolder();
  const path = join(tempFolder(), 'pelanggan.csv');
  if (file !== undefined) writeFileSync(path, file);
  const app = await startTestApplication({ openSpreadsheets: async () => [path] }, folder);
  await ask(app, 'settings.update', { shopName: 'Sekar Pagi', language, currency: 'IDR' });
  return {
    app,
    add: async (name) => (await ask(app, 'customers.create', { ...unknown, name })).id,
    edit: async (id, part) => {
      const found = await ask(app, 'customers.get', { id });
      if (found === null) throw new Error('no such customer');
      const facts = { ...found.facts, ...part } as typeof found.facts;
      await ask(app, 'customers.update', { id, expected: found.facts, facts });
    },
    bringIn: async () => {
      const draft = await ask(app, 'imports.choose', {});
      if (draft === null) throw new Error('nothing was chosen');
      await ask(app, 'imports.inspect', { draftId: draft.draftId });
      return ask(app, 'imports.commit', { draftId: draft.draftId });
    },
    rows: async () => {
      const { raw, close } = openConnection(join(folder, 'langgan.db'), { readonly: true });
      try {
        return journalRows(raw);
      } finally {
        await close();
      }
    },
  };
}
