import { expect, type Page, test } from '@playwright/test';
import { askDoor, goTo } from '#build/page-door.ts';
import { placeOf } from '#electron/services/sample/generate/place/place-of.ts';
import { en, id } from '#shared/locale/index.ts';
import { expectAccessible, pressButton, tabTo } from '../support/app/e2e-page.ts';
import { type AppUnderTest, launchApp } from '../support/app/launch-app.ts';

const texts = { id, en };
type Language = keyof typeof texts;

/** A reply in three steps that the checker has nothing against. */
const reply = {
  id: 'terima kasih sudah mengabari, dan maaf untuk kopi yang apek. Kopi kami mestinya sampai segar. Besok pagi kopi sangrai baru kami antar tanpa biaya. Ada apa pun, langsung ke saya di 0812-5550-0118. Sekar',
  en: 'thank you for telling us, and I am sorry the coffee was stale. Our coffee should reach you fresh. Tomorrow morning we bring you a fresh batch free of charge. For anything else, reach me at 0812-5550-0118. Sekar',
};

/** The sample shop in a language, with somebody who signs replies. */
async function openSample(language: Language): Promise<AppUnderTest> {
  const app = await launchApp({ language });
  const { page } = app;
  await askDoor(page, 'sample.open', { language });
  const signs = { replyName: 'Sekar', replyContact: '0812-5550-0118' };
  await askDoor(page, 'settings.update', signs);
  await page.reload();
  return app;
}

/** Somebody of the sample shop who has a phone: Elok, or who she is in English. */
async function findElok(page: Page, language: Language) {
  const { name } = placeOf(language).people.best;
  const elok = (await askDoor(page, 'search.find', { text: name })).customers[0];
  if (elok === undefined || elok.phone === null) throw new Error(`the sample shop has no ${name}`);
  return { ...elok, phone: elok.phone };
}

async function hasKeyboard(page: Page, label: string): Promise<void> {
  await expect(page.getByRole('textbox', { name: label }).first()).toBeFocused();
}

for (const language of ['id', 'en'] as const) {
  const t = texts[language];

  test(`a complaint from its first words to the wait and past it, by keyboard alone (${language})`, async () => {
    const app = await openSample(language);
    const { page } = app;
    try {
      const elok = await findElok(page, language);
      await goTo(page, '/complaints');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.complaint.title);
      await expectAccessible(page, 'complaints');
      await page.keyboard.press('Control+Shift+K');
      const dialog = page.getByRole('dialog', { name: t.complaint.new.title });
      await expect(dialog.getByRole('textbox', { name: t.complaint.new.words })).toBeFocused();
      await page.keyboard.type('Kopi Gayo berbau apek. Tolong diganti.');
      await tabTo(page, dialog.getByRole('combobox', { name: t.complaint.new.customer }).first());
      await page.keyboard.type(elok.phone.slice(-7));
      await expect(page.getByRole('option', { name: elok.name }).first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await pressButton(page, t.complaint.new.save);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kopi Gayo berbau apek');
      await expectAccessible(page, 'complaint');

      // The reply: drafted, checked, handed over, marked as sent.
      const box = page.getByPlaceholder(t.reply.placeholder);
      await tabTo(page, box);
      await page.keyboard.type('Bu Elok, kenapa tidak bilang dari awal? Itu bukan salah kami.');
      await expect(page.getByText(t.reply.finding.defensive.title).first()).toBeVisible();
      await expectAccessible(page, 'reply with findings');
      await page.keyboard.press('Control+A');
      await page.keyboard.type(`Bu Elok, ${reply[language]}`);
      await expect(page.getByText(t.reply.finding.defensive.title)).toHaveCount(0);
      await expect(page.getByText(t.reply.sign.noExcuse).first()).toBeVisible();
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText(t.reply.opened.whatsapp).first()).toBeVisible();
      await page.keyboard.press('Control+Enter');

      await expect(page.getByRole('combobox', { name: t.complaint.cause.what })).toBeFocused();
      await page.keyboard.type('penyimpanan');
      await pressButton(page, t.complaint.cause.save);

      await hasKeyboard(page, t.complaint.solution.what);
      await page.keyboard.type('Kirim sangrai baru besok pagi');
      await pressButton(page, t.complaint.solution.saveOnly);

      await hasKeyboard(page, t.complaint.change.what);
      await page.keyboard.type('Karung ditutup tiap sore');
      await pressButton(page, t.complaint.change.save);

      const done = page.getByRole('button', { name: t.complaint.check.done, exact: true });
      await expect(done).toBeFocused();
      await page.keyboard.press('Enter');
      const [wait = ''] = t.complaint.check.wait.split('{{');
      await expect(page.getByRole('button', { name: wait })).toBeFocused();
      await expectAccessible(page, 'complaint that waits');
      await pressButton(page, t.complaint.check.closeUnwaited);
      await expect(page.getByText(t.complaint.page.closedUnwaited)).toBeVisible();

      const { rows } = await askDoor(page, 'complaints.list', {
        filter: { states: ['closed'], search: 'berbau apek' },
      });
      expect(rows).toHaveLength(1);
      expect(rows[0]?.customerId).toBe(elok.id);
      await goTo(page, `/customers/${elok.id}`);
      const history = page.getByRole('region', { name: t.timeline.title });
      await expect(history.getByText(/Sekar$/).first()).toBeVisible();
      await expectAccessible(page, 'customer with a history');
      expect(app.requestsRefused).toEqual([]);
    } finally {
      await app.close();
    }
  });

  test(`a guarantee claim in three steps from a phone number, by keyboard alone (${language})`, async () => {
    const app = await openSample(language);
    const { page } = app;
    try {
      const elok = await findElok(page, language);
      const [line] = await askDoor(page, 'guarantee.ofCustomer', { customerId: elok.id });
      if (line === undefined) throw new Error('Elok has bought nothing');
      await askDoor(page, 'guarantee.savePolicy', {
        id: null,
        policy: { productId: line.productId, months: 600, covers: 'Mesin dan baterai.' },
      });
      await goTo(page, '/complaints/guarantee');
      await expectAccessible(page, 'guarantee');
      await pressButton(page, t.guarantee.newClaim);
      const dialog = page.getByRole('dialog', { name: t.guarantee.newClaim });
      await expect(dialog.getByRole('combobox', { name: t.guarantee.who.label })).toBeFocused();
      await page.keyboard.type(elok.phone.slice(-7));
      await expect(dialog.getByRole('option', { name: elok.name }).first()).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('combobox', { name: t.guarantee.thing.label })).toBeFocused();
      await expect(dialog.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('textbox', { name: t.guarantee.how.problem })).toBeFocused();
      await expectAccessible(page, 'claim, third step');
      await page.keyboard.type('Tidak mau menyala');
      await page.keyboard.press('Control+Enter');
      await expect(dialog.getByText(/G-\d{4}-\d{3}/).first()).toBeVisible();
      const { rows } = await askDoor(page, 'guarantee.claims', {});
      const made = { problem: 'Tidak mau menyala', customerId: elok.id };
      expect(rows).toContainEqual(expect.objectContaining(made));
    } finally {
      await app.close();
    }
  });

  test(`today, reviews, the report, sales and the accountant’s page read well to everybody (${language})`, async () => {
    const app = await openSample(language);
    const { page } = app;
    try {
      const elok = await findElok(page, language);
      const { today } = await askDoor(page, 'settings.get', {});
      const plan = { dueOn: today, reason: 'Tanya kopinya' };
      await askDoor(page, 'followUps.create', { customerId: elok.id, plan });
      await askDoor(page, 'reviews.create', {
        platform: 'google',
        rating: 2,
        text: 'Lama',
        postedOn: today,
      });
      await goTo(page, '/today');
      await expect(page.getByText('Tanya kopinya')).toBeVisible();
      await expectAccessible(page, 'today');
      await pressButton(page, t.today.doneFor.replace('{{name}}', elok.name));
      await expect(page.getByText('Tanya kopinya')).toHaveCount(0);
      await goTo(page, '/complaints/reviews');
      await expect(page.getByText('Lama').first()).toBeVisible();
      await expectAccessible(page, 'reviews');
      await goTo(page, '/complaints/report');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, 'report');
      await goTo(page, '/sales');
      await expect(page.getByRole('gridcell').first()).toBeVisible();
      await expectAccessible(page, 'sales');
      const [sold] = (await askDoor(page, 'sales.list', { limit: 1 })).rows;
      await goTo(page, `/sales/${sold?.id}`);
      await expect(page.getByRole('table')).toBeVisible();
      await expectAccessible(page, 'sale');
      await goTo(page, '/accountant');
      await expect(page.getByRole('table').first()).toBeVisible();
      await expectAccessible(page, 'accountant');
      await goTo(page, '/settings');
      await expectAccessible(page, 'settings');
      await goTo(page, '/settings/changes');
      await expect(page.getByRole('button', { expanded: false }).first()).toBeVisible();
      await expectAccessible(page, 'changes');
    } finally {
      await app.close();
    }
  });
}
