import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ComponentProps, useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { startI18n } from '#renderer/base/i18n.ts';
import { ReplyComposer } from '#renderer/components/replies/reply-composer.tsx';
import { connect } from '#renderer/data/client.ts';
import { listenToMain } from '#renderer/data/events.ts';
import { createQueryClient } from '#renderer/data/query-client.ts';
import { SettingsContext, type Start } from '#renderer/data/settings.ts';
import type { Input } from '#shared/contract/index.ts';
import type { ReplyAbout } from '#shared/contract/replies.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

type ComposerProps = ComponentProps<typeof ReplyComposer>;

/** A shop of Sekar's with a complaint of Pak Damar's. */
export async function shopWithComplaint(
  parts: Partial<Input<'complaints.create'>> = {},
): Promise<{ shop: TempShop; about: ReplyAbout }> {
  const shop = await tempShop((raw) => {
    addCustomer(raw, {
      name: 'Bapak Damar Wicaksono',
      phones: ['+628125550118'],
      emails: ['damar@contoh.id'],
    });
    finishShop(raw);
  });
  await shop.ask('settings.update', {
    shopName: 'Sekar Pagi',
    language: 'id',
    timeZone: 'Asia/Jakarta',
    coolingMinutes: 30,
    replyName: 'Sekar',
    replyContact: '0812-9999-0000',
  });
  const { id } = await shop.ask('complaints.create', {
    customerId: 1 as CustomerId,
    channel: 'whatsapp',
    severity: 'medium',
    title: 'Biji apek',
    receivedAt: `${today}T02:00:00.000Z`,
    ...parts,
  });
  return { shop, about: { kind: 'complaint', id } };
}

function Harness({ start, props }: { readonly start: Start; readonly props: ComposerProps }) {
  const [client] = useState(createQueryClient);
  useEffect(() => listenToMain(client), [client]);
  return (
    <I18nextProvider i18n={startI18n('id')}>
      <MantineProvider>
        <QueryClientProvider client={client}>
          <Router hook={memoryLocation({ path: '/complaints/1' }).hook}>
            <SettingsContext value={start}>
              <ReplyComposer {...props} />
              <Notifications />
            </SettingsContext>
          </Router>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}

/** The composer by itself, over the real application. */
export async function renderComposer(shop: TempShop, props: ComposerProps) {
  connect({
    invoke: (channel, input, callId) => shop.app.dispatch({ channel, input, callId }),
    subscribe: (listener) => shop.app.onEvent(listener),
  });
  const start = await shop.ask('settings.get', {});
  const user = userEvent.setup();
  return { user, ...render(<Harness start={start} props={props} />) };
}
