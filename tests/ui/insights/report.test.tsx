import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Language } from '#shared/contract/settings.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { findingOf } from '#tests/support/worth/cards.ts';

const question = 'What will your customers still bring?';

async function shopIn(language: Language, isNamed = true): Promise<TempShop> {
  const shop = await tempShop((raw) => {
    for (let index = 0; index < 24; index += 1) {
      const customerId = isNamed ? addCustomer(raw, { name: `C${index}` }) : null;
      for (let bought = 0; bought <= index % 5; bought += 1)
        addSale(raw, {
          customerId,
          soldOn: addDays(today, -(index * 11) - bought * 40),
          revenueMinor: 1_000_000 * (index + 1),
        });
    }
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Sekar', language });
  return shop;
}

test('the worth tab is kept as a file that says what the card says, and where it went', async () => {
  const shop = await shopIn('en');
  const path = join(tempFolder(), 'mine.pdf');
  shop.machine.picks.push([path], null);
  const { user } = renderApp(shop.app, '/insights');
  await screen.findByText(question);
  const keep = async () => {
    await user.click(screen.getByRole('button', { name: 'Keep as a report' }));
    await user.click(await screen.findByText('PDF, to print'));
  };
  await keep();
  await screen.findByText('Report saved: mine.pdf');
  const said = paperRows(readFileSync(path)).flat(2).join(' ').replaceAll('\u00a0', ' ');
  const finding = findingOf(question).replaceAll('IDR ', 'Rp ');
  expect(said).toContain(`${finding}.`);
  // The dialog closed: nothing is said, nothing written.
  await keep();
  await waitFor(() => expect(shop.machine.picks).toEqual([]));
});

/** The shop's app, in which a report is called off as soon as it is being made. */
function callingOff({ app, ask }: TempShop): Pick<TempShop['app'], 'dispatch' | 'onEvent'> {
  return {
    onEvent: (listener) => app.onEvent(listener),
    dispatch: async (call) => {
      const answer = app.dispatch(call);
      if (call.channel !== 'insights.keepWorth') return answer;
      let isOver = false;
      void answer.finally(() => {
        isOver = true;
      });
      while (!isOver && !(await ask('tasks.cancel', { callId: call.callId })).wasRunning);
      return answer;
    },
  };
}

test('called off while it is made, it says so and leaves nothing behind', async () => {
  const shop = await shopIn('en');
  const folder = tempFolder();
  shop.machine.picks.push([join(folder, 'mine.pdf')]);
  const { user } = renderApp(callingOff(shop), '/insights');
  await screen.findByText(question);
  await user.click(screen.getByRole('button', { name: 'Keep as a report' }));
  await user.click(await screen.findByText('PDF, to print'));
  await screen.findByText('The report was called off; nothing was written.');
  expect(readdirSync(folder)).toEqual([]);
  expect(screen.queryByText(/^Report saved/)).toBeNull();
});

test('a place that takes no file is said, in the language of the shop', async () => {
  const shop = await shopIn('id');
  shop.machine.picks.push([join(tempFolder(), 'gone', 'a.xlsx')]);
  const { user } = renderApp(shop.app, '/insights');
  await screen.findByText('Berapa lagi yang akan dibelanjakan pelanggan Anda?');
  await user.click(screen.getByRole('button', { name: 'Simpan laporan' }));
  await user.click(await screen.findByText('Excel (.xlsx)'));
  await screen.findByText('Tidak bisa menulis di tempat itu');
});

test('is of the day that is looked from, and cannot be asked for where nobody bought', async () => {
  const shop = await shopIn('en');
  const on = addDays(today, -30);
  const path = join(tempFolder(), 'then.xlsx');
  const names: string[] = [];
  shop.machine.platform.dialogs.saveTable = async (name) => {
    names.push(name);
    return path;
  };
  const { user, unmount } = renderApp(shop.app, `/insights?on=${on}`);
  await screen.findByText(question);
  await user.click(screen.getByRole('button', { name: 'Keep as a report' }));
  await user.click(await screen.findByText('Excel (.xlsx)'));
  await screen.findByText('Report saved: then.xlsx');
  expect(names).toEqual([`langgan-worth-${on}.xlsx`]);
  expect(existsSync(path)).toBe(true);
  unmount();
  const bare = await shopIn('en', false);
  renderApp(bare.app, '/insights');
  await screen.findByText(/None of them names its buyer/);
  expect(screen.queryByRole('button', { name: 'Keep as a report' })).toBeNull();
});
