import { describe, expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { ReplyAbout, ReplyTemplate } from '#shared/contract/replies.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const template: ReplyTemplate = {
  name: 'Terlambat',
  language: 'id',
  thanks: '{nama}, terima kasih dan maaf.',
  standard: 'Mestinya tepat waktu.',
  amends: '{solusi}. {kontak} {saya}',
};

async function withComplaint(): Promise<{ shop: TempShop; about: ReplyAbout; id: CustomerId }> {
  const shop = await tempShop((raw) => {
    addCustomer(raw, {
      name: 'Bapak Damar',
      phones: ['+628125550118', '+628139990000'],
      emails: ['damar@contoh.id'],
    });
    finishShop(raw);
  });
  await shop.ask('settings.update', { replyName: 'Sekar' });
  const id = 1 as CustomerId;
  const made = await shop.ask('complaints.create', {
    customerId: id,
    channel: 'whatsapp',
    severity: 'severe',
    title: 'Biji apek',
    words: 'Kopi berbau apek',
    receivedAt: `${today}T02:00:00.000Z`,
  });
  return { shop, about: { kind: 'complaint', id: made.id }, id };
}

async function withReview(rating: number | null = 2) {
  const { shop, id } = await withComplaint();
  const made = await shop.ask('reviews.create', {
    platform: 'shopee',
    author: 'kopi_lover',
    customerId: id,
    rating,
    text: 'Lama sekali',
    url: 'https://shopee.co.id/x',
    postedOn: today,
  });
  const about: ReplyAbout = { kind: 'review', id: made.id };
  return { shop, about, id, reviewId: made.id };
}

async function contactsOf(shop: TempShop, customerId: CustomerId) {
  const { rows } = await shop.ask('interactions.timeline', { customerId, kinds: ['contact'] });
  return rows.flatMap((row) => (row.kind === 'contact' ? [row] : []));
}

describe('reply templates', () => {
  it('are kept, changed and deleted, and each of these can be taken back', async () => {
    const { shop } = await withComplaint();
    const made = await shop.ask('replies.saveTemplate', { id: null, template });
    const changed = { ...template, name: 'Lambat' };
    const edit = await shop.ask('replies.saveTemplate', { id: made.id, template: changed });
    expect(await shop.ask('replies.templates', {})).toEqual([{ id: made.id, template: changed }]);
    await shop.ask('history.undo', { batchId: edit.batchId });
    expect(await shop.ask('replies.templates', {})).toEqual([{ id: made.id, template }]);
    const gone = await shop.ask('replies.deleteTemplate', { id: made.id });
    expect(await shop.ask('replies.templates', {})).toEqual([]);
    await shop.ask('history.undo', { batchId: gone.batchId });
    expect(await shop.ask('replies.templates', {})).toEqual([{ id: made.id, template }]);
  });

  it('are NOT_FOUND when they are not there', async () => {
    const { shop } = await withComplaint();
    const error = { code: 'NOT_FOUND', entity: 'reply-template' };
    expect(await shop.fail('replies.saveTemplate', { id: 9, template })).toEqual(error);
    expect(await shop.fail('replies.deleteTemplate', { id: 9 })).toEqual(error);
  });
});

describe('what a reply is about', () => {
  it('gives what fills the fields of a complaint’s reply', async () => {
    const { shop, about } = await withComplaint();
    expect(await shop.ask('replies.about', { about })).toMatchObject({
      customerName: 'Bapak Damar',
      phone: '+628125550118',
      email: 'damar@contoh.id',
      number: expect.stringContaining('2026'),
      solution: null,
      compensation: null,
      isPublic: false,
      severity: 'severe',
      rating: null,
      draft: null,
      now: shop.machine.platform.clock.instant(),
    });
  });

  it('gives of a review only what everybody can read there', async () => {
    const { shop, about } = await withReview();
    expect(await shop.ask('replies.about', { about })).toEqual({
      customerName: 'kopi_lover',
      phone: null,
      email: null,
      product: null,
      number: null,
      solution: null,
      compensation: null,
      isPublic: true,
      url: 'https://shopee.co.id/x',
      severity: null,
      rating: 2,
      draft: null,
      now: shop.machine.platform.clock.instant(),
    });
  });

  it('speaks to nobody by a name that is hidden or says nothing', async () => {
    const { shop } = await withComplaint();
    for (const author of ['A****i', 'Anonim', '']) {
      const facts = { platform: 'tokopedia', author, rating: 1, postedOn: today } as const;
      const { id } = await shop.ask('reviews.create', facts);
      const about: ReplyAbout = { kind: 'review', id };
      expect((await shop.ask('replies.about', { about })).customerName).toBe('');
    }
  });

  it('speaks to nobody by the phone or the address of who has no name', async () => {
    const { shop, about } = await withComplaint();
    const { raw, close } = openConnection(shop.database);
    raw.exec("UPDATE customers SET name = ''");
    await close();
    expect(await shop.ask('replies.about', { about })).toMatchObject({
      ...{ customerName: '', phone: '+628125550118', email: 'damar@contoh.id' },
    });
  });

  it('is NOT_FOUND for what is not there or in the trash', async () => {
    const { shop, about, reviewId } = await withReview();
    await shop.ask('reviews.delete', { id: reviewId });
    for (const channel of ['replies.about', 'replies.saveDraft', 'replies.sent']) {
      const more = channel === 'replies.about' ? {} : { text: 'x' };
      const via = channel === 'replies.sent' ? { via: 'copy' } : {};
      expect(await shop.fail(channel, { about, ...more, ...via })).toEqual({
        code: 'NOT_FOUND',
        entity: 'review',
      });
      const none = { kind: 'complaint', id: 99 };
      expect(await shop.fail(channel, { about: none, ...more, ...via })).toEqual({
        code: 'NOT_FOUND',
        entity: 'complaint',
      });
    }
  });
});

describe('a draft', () => {
  it('is kept, with the time of its first word, and an empty one is removed', async () => {
    const { shop, about } = await withComplaint();
    const draftOf = async () => (await shop.ask('replies.about', { about })).draft;
    await shop.ask('replies.saveDraft', { about, text: 'Pak' });
    shop.machine.time = '03:20';
    await shop.ask('replies.saveDraft', { about, text: 'Pak Damar' });
    expect(await draftOf()).toEqual({
      text: 'Pak Damar',
      startedAt: `${today}T03:00:00.000Z`,
      updatedAt: `${today}T03:20:00.000Z`,
    });
    await shop.ask('replies.saveDraft', { about, text: '  \n' });
    expect(await draftOf()).toBeNull();
    await shop.ask('replies.saveDraft', { about, text: 'Lagi' });
    expect((await draftOf())?.startedAt).toBe(`${today}T03:20:00.000Z`);
  });

  it('of a complaint and of a review do not meet', async () => {
    const { shop, about } = await withReview();
    const other: ReplyAbout = { kind: 'complaint', id: 1 as never };
    await shop.ask('replies.saveDraft', { about, text: 'ulasan' });
    await shop.ask('replies.saveDraft', { about: other, text: 'keluhan' });
    expect((await shop.ask('replies.about', { about })).draft?.text).toBe('ulasan');
    expect((await shop.ask('replies.about', { about: other })).draft?.text).toBe('keluhan');
  });
});

describe('a reply that went out', () => {
  it('is the first answer of a complaint and a contact in the history, as one', async () => {
    const { shop, about, id } = await withComplaint();
    await shop.ask('replies.saveDraft', { about, text: 'Pak Damar, maaf.' });
    const text = 'Pak Damar, terima kasih dan maaf.';
    const sent = await shop.ask('replies.sent', { about, text, via: 'whatsapp' });
    const page = await shop.ask('complaints.get', { id: about.id as never });
    expect(page).toMatchObject({ state: 'answered', answer: text });
    expect(await contactsOf(shop, id)).toMatchObject([
      {
        channel: 'whatsapp',
        direction: 'out',
        text,
        complaintId: about.id,
        handledBy: 'Sekar',
        hasTime: true,
      },
    ]);
    expect((await shop.ask('replies.about', { about })).draft).toBeNull();
    expect(shop.events.at(-1)).toMatchObject({
      type: 'changed',
      touches: expect.arrayContaining(['complaints', 'interactions', 'replies']),
    });

    await shop.ask('history.undo', { batchId: sent.batchId });
    expect(await shop.ask('complaints.get', { id: about.id as never })).toMatchObject({
      state: 'received',
      answer: null,
      answeredAt: null,
    });
    expect(await contactsOf(shop, id)).toEqual([]);
    expect((await shop.ask('replies.about', { about })).draft?.text).toBe(text);
  });

  it('later on is a contact alone, and the first answer stays', async () => {
    const { shop, about, id } = await withComplaint();
    await shop.ask('replies.sent', { about, text: 'Pertama', via: 'email' });
    await shop.ask('replies.sent', { about, text: 'Kedua', via: 'copy' });
    expect(await shop.ask('complaints.get', { id: about.id as never })).toMatchObject({
      state: 'answered',
      answer: 'Pertama',
    });
    const channels = (await contactsOf(shop, id)).map((one) => `${one.channel} ${one.text}`);
    expect(channels.sort()).toEqual(['email Pertama', 'other Kedua']);
  });

  it('to nobody known answers the complaint, and leaves no draft', async () => {
    const { shop } = await withComplaint();
    const made = await shop.ask('complaints.create', {
      channel: 'call',
      severity: 'light',
      title: 'Bising',
      words: 'Tetangga mengeluh',
      receivedAt: `${today}T02:00:00.000Z`,
    });
    const about: ReplyAbout = { kind: 'complaint', id: made.id };
    for (const text of ['Maaf', 'Sudah kami kecilkan']) {
      await shop.ask('replies.saveDraft', { about, text });
      await shop.ask('replies.sent', { about, text, via: 'copy' });
      expect((await shop.ask('replies.about', { about })).draft).toBeNull();
    }
    expect((await shop.ask('complaints.get', { id: made.id })).answer).toBe('Maaf');
    expect((await shop.ask('complaints.get', { id: made.id })).state).toBe('answered');
  });

  it('is the answer of a review and a contact by its kind of place, and can be taken back', async () => {
    const { shop, about, id, reviewId } = await withReview();
    await shop.ask('replies.saveDraft', { about, text: 'Kak, maaf.' });
    const sent = await shop.ask('replies.sent', { about, text: 'Kak, maaf.', via: 'copy' });
    const at = shop.machine.platform.clock.instant();
    expect(await shop.ask('reviews.get', { id: reviewId })).toMatchObject({
      answer: 'Kak, maaf.',
      answeredAt: at,
      daysWaiting: null,
    });
    expect(await contactsOf(shop, id)).toMatchObject([
      { channel: 'marketplace', direction: 'out' },
    ]);
    expect((await shop.ask('replies.about', { about })).draft).toBeNull();
    await shop.ask('history.undo', { batchId: sent.batchId });
    expect(await shop.ask('reviews.get', { id: reviewId })).toMatchObject({
      answer: null,
      answeredAt: null,
      daysWaiting: 0,
    });
    expect(await contactsOf(shop, id)).toEqual([]);
    expect((await shop.ask('replies.about', { about })).draft?.text).toBe('Kak, maaf.');
  });
});
