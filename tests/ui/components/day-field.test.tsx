import { screen } from '@testing-library/react';
import { type ComponentProps, useState } from 'react';
import { expect, test } from 'vitest';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { renderInShop } from '#tests/support/render-in-shop.tsx';

/** A Tuesday. */
const today = '2026-05-12';

type Options = Partial<ComponentProps<typeof DayField>> & { readonly start?: string | null };

/** A form of one field; what it was sent with, and every value the field had, are written down. */
async function openForm({ start = null, ...props }: Options = {}, language: 'id' | 'en' = 'id') {
  const sent: (string | null)[] = [];
  const values: (string | null)[] = [];
  function Form() {
    const [day, setDay] = useState(start);
    return (
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          sent.push(day);
        }}
      >
        <DayField
          label="Hari"
          {...props}
          value={day}
          onChange={(next) => {
            values.push(next);
            setDay(next);
          }}
        />
        <button type="submit">Simpan</button>
      </form>
    );
  }
  const { user } = await renderInShop(<Form />, { language, today });
  const field = screen.getByLabelText<HTMLInputElement>('Hari');
  const save = () => user.click(screen.getByRole('button', { name: 'Simpan' }));
  return { user, field, sent, values, save };
}

test('a day is taken as people type it, and the field then says it in full', async () => {
  const { user, field, sent, save } = await openForm();
  const typed = ['17/8/1980', '17-08-1980', '17 Agustus 1980', '17/08/80', '3/12/2026', 'besok'];
  for (const text of typed) {
    await user.clear(field);
    await user.type(field, text);
    await save();
  }
  const born = '1980-08-17';
  expect(sent).toEqual([born, born, born, born, '2026-12-03', '2026-05-13']);
  expect(field.value).toBe('13 Mei 2026');
});

test('a day that was pasted is taken, as is one sent by Enter', async () => {
  const { user, field, sent, save } = await openForm();
  await user.click(field);
  await user.paste('15 Desember 2026');
  await save();
  await user.clear(field);
  await user.type(field, 'kemarin{Enter}');
  expect(sent).toEqual(['2026-12-15', '2026-05-11']);
});

test('what was understood is said while it is typed', async () => {
  const { user, field } = await openForm();
  await user.type(field, '3/12/2026');
  const said = screen.getByRole('status', { hidden: true });
  expect(said.textContent).toBe('Kamis, 3 Desember 2026');
  await user.type(field, '{Backspace}');
  expect(said.textContent).toMatch(/^Belum terbaca sebagai tanggal\. Tulis misalnya 12\/5\/2026, /);
});

test.each([
  [
    '17/8/19801',
    'Belum terbaca sebagai tanggal. Tulis misalnya 12/5/2026, 12 Mei 2026, atau besok.',
  ],
  ['31/2/2026', 'Tanggal itu tidak ada di kalender.'],
  ['17 Agustus', 'Tahunnya belum ada. Tulis misalnya 12/5/2026.'],
  [
    'Senin, 17/8/1980',
    'Hari dan tanggalnya tidak cocok. Periksa lagi, atau tulis tanggalnya saja.',
  ],
])('%s is refused beside the field, and the form is held', async (text, said) => {
  const { user, field, sent, save } = await openForm({ start: '2026-06-01', clearable: true });
  await user.clear(field);
  await user.type(field, text);
  await user.type(field, '{Enter}');
  await save();
  expect(screen.getByText(said, { selector: '[class*=error]' })).toBeTruthy();
  expect(field.value).toBe(text);
  expect(sent).toEqual([]);
  expect(document.activeElement).toBe(field);
});

test('of a reading on the way nothing is kept: the value is what it was before', async () => {
  const { user, field, values } = await openForm({ start: '2026-06-01' });
  await user.clear(field);
  await user.type(field, '17/8/202');
  await user.tab();
  expect(values).toContain('2020-08-17');
  expect(values.at(-1)).toBe('2026-06-01');
  expect(field.value).toBe('17/8/202');
});

test('a field that may be empty is emptied', async () => {
  const free = await openForm({ start: '2026-06-01', clearable: true });
  await free.user.clear(free.field);
  await free.save();
  expect(free.sent).toEqual([null]);
});

test('a field that needs a day asks for one when it is emptied', async () => {
  const { user, field, sent, save } = await openForm({ start: '2026-06-01' }, 'en');
  await user.clear(field);
  await save();
  expect(screen.getByText('Fill in the date, such as 12/5/2026.')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('a day outside the span is refused with the day that is the limit', async () => {
  const limits = { minDate: '2026-05-01', maxDate: today };
  const { user, field, sent, save } = await openForm(limits, 'en');
  await user.type(field, '30/4/2026');
  await save();
  expect(screen.getByText('Not before 1 May 2026.', { selector: '[class*=error]' })).toBeTruthy();
  await user.clear(field);
  await user.type(field, 'tomorrow');
  await save();
  expect(screen.getByText('Not after 12 May 2026.', { selector: '[class*=error]' })).toBeTruthy();
  expect(sent).toEqual([]);
  await user.clear(field);
  await user.type(field, 'thursday');
  await save();
  expect(sent).toEqual(['2026-05-07']);
});

test('a day to be careful about is taken with a word beside it', async () => {
  const warn = (day: string) => (day < today ? 'Hari itu sudah lewat.' : null);
  const { user, field, sent, save } = await openForm({ warn });
  await user.type(field, 'kemarin');
  expect(screen.getByText('Hari itu sudah lewat.')).toBeTruthy();
  await save();
  expect(sent).toEqual(['2026-05-11']);
  await user.clear(field);
  await user.type(field, 'lusa');
  expect(screen.queryByText('Hari itu sudah lewat.')).toBeNull();
});

test('a day is picked from the calendar, over a text that was not understood', async () => {
  const { user, field, sent, save } = await openForm({ start: '2026-06-01' });
  await user.clear(field);
  await user.type(field, 'entah');
  await user.click(screen.getByRole('button', { name: '24 Juni 2026', hidden: true }));
  expect(field.value).toBe('24 Juni 2026');
  await save();
  expect(sent).toEqual(['2026-06-24']);
});
