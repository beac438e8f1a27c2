import { expect, it } from 'vitest';
import { createQueryClient, refetchTouched } from '#renderer/data/query-client.ts';
import type { Touch } from '#shared/contract/define.ts';
import { type ChannelName, contract, type Input } from '#shared/contract/index.ts';
import { type Occasion, occasions } from '#shared/domain/vocabulary/standing.ts';
import { changes, setApart, shopOfEverything } from '#tests/support/shop/every-command.ts';
import { openImportShop } from '#tests/support/shop/import-fixtures.ts';
import { rowsOf, touchedBetween, touchesRead } from '#tests/support/tables-touched.ts';

const names = Object.keys(contract) as ChannelName[];
const commands = names.filter((name) => contract[name].kind === 'command');
const reads = names.filter((name) => ['query', 'report'].includes(contract[name].kind));

function unsaid(channel: ChannelName, touches: readonly Touch[]): Touch[] {
  const said: readonly Touch[] = contract[channel].touches;
  return touches.filter((touch) => !said.includes(touch));
}

/** A copy is a file, not a row. */
function isOfRows(touch: Touch): boolean {
  return touch !== 'backups';
}

it('a command says of everything it changes that it has, and so does its undo', async () => {
  const shop = await shopOfEverything();
  const { raw } = shop;
  const run = async (channel: ChannelName, input: unknown) => {
    const before = rowsOf(raw);
    const answer = await shop.ask(channel, input as Input<ChannelName>);
    const touched = touchedBetween(before, rowsOf(raw));
    expect(unsaid(channel, touched), channel).toEqual([]);
    return { touched, batchId: (answer as { batchId?: number } | null)?.batchId };
  };
  for (const [channel, input, touches] of changes) {
    raw.exec('SAVEPOINT one');
    const { touched, batchId } = await run(channel, input);
    const isRecorded = batchId !== undefined;
    expect(touched, channel).toEqual([...touches, ...(isRecorded ? ['history'] : [])].sort());
    if (isRecorded) {
      const { touched: undone } = await run('history.undo', { batchId });
      // A reply that went out leaves its draft behind, as the words to go on with.
      expect(undone.length, channel).toBeGreaterThan(1);
    }
    raw.exec('ROLLBACK TO one; RELEASE one');
  }
  for (const [channel, first, input, touches] of setApart) {
    raw.exec('SAVEPOINT one');
    raw.exec(first);
    expect((await run(channel, input)).touched).toEqual(touches);
    raw.exec('ROLLBACK TO one; RELEASE one');
  }
  const asked = new Set([...changes, ...setApart].map(([channel]) => channel));
  expect(commands.filter((name) => !asked.has(name))).toEqual(['history.undo']);
});

const files = [
  'No Nota;Tanggal Transaksi;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Harga Satuan\n' +
    '1;25/03/2026;Ani;081234567890;Kopi;2;10.000\n',
  'Tgl Masuk;No HP;Keluhan;No Nota\n26/03/2026;081234567890;Basi;1\n',
  'Tgl Kontak;Nama;No HP;Media;Catatan;Hubungi Lagi\n' +
    '27/03/2026;Ani;081234567890;WA;Tanya harga;30/06/2026\n',
];

it('an import and its undo say of everything they bring that they have', async () => {
  const shop = await openImportShop();
  const { raw } = shop.connection;
  const paths: string[] = [];
  for (const [index, text] of files.entries()) paths.push(await shop.file(`${index}.csv`, text));
  const before = rowsOf(raw);
  const { importId } = await shop.import(...paths);
  const brought = touchedBetween(before, rowsOf(raw));
  expect(brought).toEqual([...contract['imports.commit'].touches].filter(isOfRows).sort());
  const after = rowsOf(raw);
  await shop.undo(importId);
  expect(unsaid('imports.undo', touchedBetween(after, rowsOf(raw)))).toEqual([]);
  await shop.close();
});

const standingFacts = (occasion: Occasion) => ({
  ...{ name: 'Sapa', occasion, season: occasion === 'season' ? ('lebaran' as const) : null },
  ...{ days: 5, channel: 'whatsapp' as const, text: 'Halo {barang}', definition: { parts: [] } },
});
const campaignFacts = {
  ...{ name: 'Lebaran', channel: 'whatsapp', text: 'Halo {nama}, {barang}' },
  definition: { parts: [{ field: 'owed', from: 1, to: null }] },
};

const inputs: Readonly<Partial<Record<ChannelName, readonly unknown[]>>> = {
  'accountant.changes': [{ packId: 1 }],
  'accountant.lockOn': [{ day: '2026-06-01' }],
  'accountant.lockedSale': [{ saleId: 1 }],
  'accountant.figures': [{ from: '2026-01-01', to: '2026-12-31' }],
  'customers.get': [{ id: 1 }],
  'customers.alike': [{ name: 'Ratna', phone: '0811', email: 'a@b.id' }],
  'customers.compare': [{ keptId: 1, otherId: 2 }],
  'customers.joined': [{ id: 1 }],
  // It keeps what it found: not in a snapshot.
  'customers.same': [],
  'help.firstWeek': [],
  'insights.customerWorth': [{ customerId: 1 }],
  'insights.outlook': [{ customerId: 1 }],
  'insights.nextProduct': [{ customerId: 1 }],
  'products.get': [{ id: 1 }],
  'products.figures': [{ id: 1 }],
  'products.buyers': [{ id: 1 }],
  'products.history': [{ id: 1 }],
  'products.compare': [{ keptId: 1, otherId: 2 }],
  'sales.ofCustomer': [{ customerId: 1 }],
  'sales.list': [{}, { filter: { search: 'kopi' } }],
  'sales.get': [{ id: 1 }],
  'prospects.list': [{ filter: { search: 'ratna', step: 'overdue' } }],
  'prospects.get': [{ id: 1 }],
  'sales.draft': [{ soldOn: '2026-06-01' }],
  'sales.facts': [{ id: 1 }],
  'sales.around': [{ id: 1 }],
  'products.find': [{ text: 'kopi' }],
  'history.ofCustomer': [{ customerId: 1 }],
  'history.changes': [
    { of: { batchId: 1 } },
    ...['customers', 'products', 'sales', 'complaints', 'prospects'].map((entity) => ({
      of: { record: { entity, id: 1 } },
    })),
  ],
  'imports.customers': [{ importId: 1 }],
  'customers.list': [{ filter: { segment: 1 } }],
  'customers.reckoned': [{ filter: { segment: 1, only: 'slipping' } }],
  'segments.get': [{ id: 1 }],
  'feedback.get': [{ id: 1 }],
  'feedback.answers': [{ surveyId: 1 }],
  'feedback.result': [{ id: 1 }],
  'campaigns.get': [{ id: 1 }],
  'notes.list': [{ filter: { search: 'apek', customer: 1, about: 'products' } }],
  'notes.pinned': [{ customer: 1, product: 1, cause: 'Apek' }],
  'loyalty.ledger': [{ customerId: 1 }],
  'loyalty.atSale': [{ customerId: 1, soldOn: '2026-07-02' }],
  'loyalty.pays': [{}],
  'loyalty.preview': [{ rule: { fromOn: '2026-07-01', spendMinor: 2, points: 1 } }],
  'campaigns.next': [{ id: 1 }],
  'campaigns.result': [{ id: 1 }],
  'campaigns.people': [{ id: 1, of: 'sent' }],
  'handover.sheet': [
    { from: '2026-01-01', to: '2026-12-31' },
    { from: '2026-01-01', to: '2026-12-31', who: 'Sekar' },
  ],
  'segments.picture': [{ id: 1 }],
  'campaigns.onPaper': [
    { id: 4, what: 'calls' },
    { id: 5, what: 'letters' },
  ],
  'campaigns.check': [{ facts: campaignFacts }],
  'campaigns.checked': [{ facts: campaignFacts, why: null }],
  'standing.get': [{ id: 1 }],
  'standing.turns': [{ id: 1 }],
  'standing.after': [{ id: 1, from: '2026-01-01', to: '2026-06-30' }],
  'standing.afterRows': [{ id: 1, from: '2026-01-01', to: '2026-06-30', of: 'people' }],
  'standing.check': occasions.map((occasion) => ({ facts: standingFacts(occasion) })),
  'standing.checked': occasions.map((occasion) => ({
    facts: standingFacts(occasion),
    of: 'proposed' as const,
  })),
  'segments.count': [
    {
      definition: {
        parts: [
          { field: 'owed', from: 1, to: null },
          { field: 'openComplaints', from: 1, to: null },
          { field: 'lastContact', how: 'never' },
          { field: 'product', ids: [1] },
          { field: 'offers', values: ['no'] },
          { field: 'rfm', values: ['loyal'] },
          { field: 'quiet', since: '2026-01-01' },
        ],
      },
    },
  ],
  'search.find': [{ text: 'kopi' }, { text: 'K-1' }, { text: 'ratna' }],
  'complaints.get': [{ id: 1 }, { id: 2 }],
  'complaints.report': [{ from: '2026-01-01', to: '2026-12-31' }],
  'followUps.ofCustomer': [{ customerId: 1 }],
  'followUps.rate': [{ from: '2026-01-01', to: '2026-12-31' }],
  'followUps.kept': [{ from: '2026-01-01', to: '2026-12-31', how: 'all' }],
  'interactions.timeline': [{ customerId: 1 }],
  'interactions.counts': [{ customerId: 1 }],
  'interactions.get': [{ id: 1 }],
  'interactions.voices': [
    { from: '2026-01-01', to: '2026-12-31' },
    { from: '2026-01-01', to: '2026-12-31', topic: 'comment' },
  ],
  'guarantee.ofCustomer': [{ customerId: 1 }],
  'guarantee.ofSale': [{ saleId: 1 }],
  'guarantee.find': [{ text: 'ratna' }],
  'guarantee.expiring': [{ days: 300 }],
  'payments.ofCustomer': [{ customerId: 1 }],
  'payments.ofSale': [{ saleId: 1 }],
  'payments.standing': [{ customerId: 1 }],
  'referrals.ofCustomer': [{ id: 1 }],
  'referrals.rewards': [{}, { filter: { customerId: 1, state: 'owed' } }],
  'reviews.get': [{ id: 1 }],
  'privacy.consents': [{ customerId: 1 }],
  // They look at all that the registry names, in a snapshot of their own: not inside this one.
  'privacy.survey': [],
  'trash.survey': [],
  'replies.about': [{ about: { kind: 'complaint', id: 2 } }, { about: { kind: 'review', id: 1 } }],
};

/** What is read, and yet never makes another answer. */
const needless: Readonly<Partial<Record<ChannelName, readonly Touch[]>>> = {
  // Only whether there is such a customer.
  'interactions.counts': ['customers'],
  // Products are named; they come, go and change with an import, which touches sales and complaints.
  'interactions.timeline': ['customers', 'products'],
  'sales.list': ['products'],
  'sales.ofCustomer': ['products'],
  'sales.get': ['products'],
  // Who bought is not said.
  'sales.around': ['customers'],
  'replies.about': ['products'],
  // The next date comes with a customer's row, and is not shown.
  'search.find': ['followUps'],
  'guarantee.find': ['followUps'],
  // Whom the books hold, and what is planned, come with a row and are not shown.
  'customers.alike': ['accountant', 'followUps'],
  // Every report reads the settings, whether it goes by them or not.
  'accountant.changes': ['settings'],
  'accountant.packs': ['settings'],
  'customers.facets': ['settings'],
  'customers.fieldCounts': ['settings'],
  'feedback.result': ['settings'],
  'followUps.rate': ['settings'],
  'followUps.kept': ['settings'],
  'guarantee.expiring': ['settings'],
  'insights.month': ['settings'],
  'insights.sales': ['settings'],
  'products.buyers': ['settings'],
  'products.duplicates': ['settings'],
  'products.history': ['settings'],
  'products.list': ['settings'],
  'sales.summary': ['settings'],
  'targets.get': ['settings'],
};

it('a question says of everything it reads that it does', async () => {
  const shop = await shopOfEverything();
  shop.raw.exec(`INSERT INTO campaigns (id, name, definition, channel, text, held_percent, rest_days,
    daily_limit, response_days, only_agreed, state, created_at) VALUES
    (4, 'Telepon', '{"parts":[]}', 'call', 'Halo {barang}', 0, 0, 1, 1, 0, 'running', ''),
    (5, 'Surat', '{"parts":[]}', 'letter', 'Halo {barang}', 0, 0, 1, 1, 0, 'running', '')`);
  const missing: Record<string, Touch[]> = {};
  for (const channel of reads)
    for (const input of inputs[channel] ?? [{}]) {
      const read = await touchesRead(shop.raw, (db) =>
        shop.ask(channel, input as Input<ChannelName>, db),
      );
      const found = unsaid(channel, read);
      if (found.length > 0) missing[channel] = found;
    }
  expect(missing).toEqual(needless);
});

it('the window asks again exactly what reads something that was touched', async () => {
  const touches = [...new Set(names.flatMap((name): Touch[] => [...contract[name].touches]))];
  expect(touches.length).toBeGreaterThan(10);
  for (const touch of touches) {
    const client = createQueryClient();
    for (const name of reads) client.setQueryData([name, {}], 'answer');
    await refetchTouched(client, [touch]);
    const isAskedAgain = (name: ChannelName) =>
      client.getQueryState([name, {}])?.isInvalidated === true;
    expect(reads.filter(isAskedAgain), touch).toEqual(
      reads.filter((name) => unsaid(name, [touch]).length === 0),
    );
  }
});
