import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { settle } from '#build/launch.ts';
import { askDoor, goTo } from '#build/page-door.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CampaignId } from '#shared/ids.ts';
import en from '#shared/locale/en/import.json' with { type: 'json' };
import { expectAccessible, pressButton, tabTo } from '../support/app/e2e-page.ts';
import { launchApp } from '../support/app/launch-app.ts';

const slowly = { timeout: 60_000 };
const people = 300;

interface Sold {
  readonly mark: string;
  readonly person: number;
  readonly day: string;
}

const head =
  'No Nota;Tanggal Transaksi;Nama Pelanggan;No HP;Nama Barang;Jumlah Barang;Harga Satuan';

function lineOf({ mark, person, day }: Sold): string {
  const [year, month, date] = day.split('-');
  const phone = `0811${String(person).padStart(8, '0')}`;
  return `${mark}${person};${date}/${month}/${year};Orang ${person};${phone};Kopi;1;25.000`;
}

/** Drops a file of sales into the window and takes all of it. */
async function bringIn(page: Page, sold: readonly Sold[]): Promise<void> {
  const given = { name: 'kasir.csv', text: [head, ...sold.map(lineOf), ''].join('\n') };
  await page.evaluate(({ name, text }) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    for (const type of ['dragover', 'drop'])
      window.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
  }, given);
  for (const step of [en.step.columns, en.step.check]) {
    const next = page.getByRole('button', { name: en.foot.next.replace('{{step}}', step) });
    await expect(next).toBeEnabled(slowly);
    await next.click();
  }
  const commit = new RegExp(`^${en.foot.commit_other.split(' ')[0]} `);
  await page.getByRole('button', { name: commit }).click(slowly);
  await expect(page.getByText(en.done.undo).first()).toBeVisible(slowly);
}

/** Works so many turns by keys alone. Answers who was sent to, and who asked for no more. */
async function work(page: Page, id: CampaignId, turns: number) {
  const [sent, refused]: [number[], number[]] = [[], []];
  for (let done = 0; done < turns; done += 1) {
    const { member } = await askDoor(page, 'campaigns.next', { id });
    if (member === null) throw new Error('nobody has a turn');
    const whose = page.locator('main').getByRole('link', { name: member.name, exact: true });
    await expect(whose).toBeVisible(slowly);
    const isRefused = done % 30 === 29;
    await page.keyboard.press(isRefused ? '5' : '2');
    (isRefused ? refused : sent).push(member.customerId);
    await expect(whose).toHaveCount(0, slowly);
  }
  return { sent, refused };
}

test('300 people, 30 of them kept apart, worked by keys alone over a restart; then the sales come, and who bought and for how much is a recount', async () => {
  test.slow();
  const folder = await mkdtemp(join(tmpdir(), 'langgan-campaign-'));
  const dataFolder = join(folder, 'data');
  try {
    const first = await launchApp({ dataFolder, language: 'en' });
    await settle(first.page);
    await askDoor(first.page, 'settings.update', {
      ...{ shopName: 'Sekar', marginPercent: 40 },
      country: 'ID',
    });
    await first.page.reload();
    const { today } = await askDoor(first.page, 'settings.get', {});
    const everybody = Array.from({ length: people }, (_, index) => index + 1);
    const before = addDays(today, -90);
    await bringIn(
      first.page,
      everybody.map((person) => ({ mark: 'A', person, day: before })),
    );

    await goTo(first.page, '/campaigns/new');
    await tabTo(first.page, first.page.getByLabel('Name of the campaign'));
    await first.page.keyboard.type('Come again');
    await pressButton(first.page, 'On to: Message');
    await expect(first.page.getByRole('textbox', { name: 'Message' })).toBeVisible();
    await expectAccessible(first.page, 'campaign: the message');
    await pressButton(first.page, 'On to: How');
    await tabTo(first.page, first.page.getByLabel('Kept apart, in per cent'));
    await first.page.keyboard.press('Control+A');
    await first.page.keyboard.type('10');
    await tabTo(first.page, first.page.getByLabel('Most in a day'));
    await first.page.keyboard.press('Control+A');
    await first.page.keyboard.type('300');
    await pressButton(first.page, 'On to: Check and start');
    await expectAccessible(first.page, 'campaign: check and start');
    await pressButton(first.page, 'Start with 270 people');
    const id = 1 as CampaignId;
    await expect(first.page.getByText('270 waiting').first()).toBeVisible(slowly);
    await expectAccessible(first.page, 'campaign: one by one');
    const early = await work(first.page, id, 60);
    await first.close();

    const second = await launchApp({ dataFolder, language: 'en' });
    const { page } = second;
    await settle(page);
    await goTo(page, '/campaigns/1');
    await expect(page.getByText('210 waiting').first()).toBeVisible(slowly);
    const late = await work(page, id, 210);
    const refused = [...early.refused, ...late.refused];
    const { state, standing } = await askDoor(page, 'campaigns.get', { id });
    expect({ state, sent: standing.sent, refused: standing.refused, held: standing.held }).toEqual({
      ...{ state: 'done', sent: 270 - refused.length, refused: refused.length, held: 30 },
    });
    for (const customerId of refused)
      expect(
        (await askDoor(page, 'privacy.consents', { customerId: customerId as never })).mayWrite,
      ).toBe('no');

    const people30 = (await askDoor(page, 'campaigns.people', { id, of: 'held', limit: 500 })).rows;
    const held = new Set(people30.map(({ name }) => Number(name.replace('Orang ', ''))));
    const buyers = everybody.filter((person) => person % (held.has(person) ? 10 : 5) === 0);
    await bringIn(
      page,
      buyers.map((person) => ({ mark: 'B', person, day: today })),
    );
    const heldBuyers = buyers.filter((person) => held.has(person)).length;
    const written = { people: 270, buyers: buyers.length - heldBuyers };
    expect(await askDoor(page, 'campaigns.result', { id })).toMatchObject({
      written: { ...written, revenueMinor: written.buyers * 2_500_000 },
      held: { people: 30, buyers: heldBuyers, revenueMinor: heldBuyers * 2_500_000 },
    });
    await goTo(page, '/campaigns/1/result');
    const share = (part: number, whole: number) => `${Number(((part / whole) * 100).toFixed(1))}%`;
    const said = `${share(written.buyers, 270)} of those who had their turn bought, and ${share(heldBuyers, 30)} of those kept apart`;
    await expect(page.getByText(said)).toBeVisible(slowly);
    await expectAccessible(page, 'campaign: the result');
    await second.close();
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
