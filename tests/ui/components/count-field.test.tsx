import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { renderInShop } from '#tests/support/render-in-shop.tsx';

async function openForm(clearable: boolean) {
  const sent: (number | null)[] = [];
  function Form() {
    const [count, setCount] = useState<number | null>(12);
    return (
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          sent.push(count);
        }}
      >
        <CountField
          label="Bulan"
          range={{ from: 1, to: 120 }}
          {...{ clearable }}
          value={count}
          onChange={setCount}
        />
      </form>
    );
  }
  const { user } = await renderInShop(<Form />, { language: 'id', today: '2026-05-12' });
  const field = screen.getByLabelText<HTMLInputElement>('Bulan');
  const send = async (text: string) => {
    await user.clear(field);
    await user.type(field, `${text}{Enter}`);
  };
  return { field, sent, send };
}

test('a count is taken as it stands, and what is none is refused, never made to fit', async () => {
  const { field, sent, send } = await openForm(false);
  for (const wrong of ['1,5', '121', '0', '12 kali', '-3', '1.000', '']) {
    await send(wrong);
    expect([wrong, field.value]).toEqual([wrong, wrong]);
    expect(screen.getByText('Tulis angka bulat dari 1 sampai 120.')).toBeTruthy();
  }
  expect(sent).toEqual([]);
  await send('120');
  expect(sent).toEqual([120]);
  expect(screen.queryByText('Tulis angka bulat dari 1 sampai 120.')).toBeNull();
});

test('a count that may stay empty is none then', async () => {
  const { sent, send } = await openForm(true);
  await send('');
  expect(sent).toEqual([null]);
});
