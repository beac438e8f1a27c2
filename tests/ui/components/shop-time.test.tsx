import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '#db/queries/settings.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { SettingsContext, type Start } from '#renderer/data/settings.ts';

const start: Start = {
  settings: { ...defaultSettings, timeZone: 'Asia/Jakarta' },
  isSetUp: true,
  isSample: false,
  today: '2026-06-01',
  dataFolder: '/data',
  syncedBy: null,
  version: '0',
  customers: 0,
  hasSales: false,
};

function Shop({ children }: { readonly children: ReactNode }) {
  return <SettingsContext value={start}>{children}</SettingsContext>;
}

const laptop = process.env['TZ'];

// The owner travels, or the laptop was set up for somewhere else.
beforeEach(() => {
  process.env['TZ'] = 'America/Anchorage';
});
afterEach(() => {
  if (laptop === undefined) delete process.env['TZ'];
  else process.env['TZ'] = laptop;
});

test('days and times are those at the shop, wherever the laptop is', () => {
  expect(new Date('2026-05-31T17:00:00.000Z').getDate()).toBe(31);
  const { dayOf, moment, time } = renderHook(useFormat, { wrapper: Shop }).result.current;
  expect(dayOf('2026-05-31T17:00:00.000Z')).toBe('2026-06-01');
  expect(dayOf('2026-05-31T16:59:59.999Z')).toBe('2026-05-31');
  expect(time('2026-05-31T17:00:00.000Z')).toBe('00.00');
  expect(moment('2026-05-31T17:05:00.000Z')).toBe('1 Juni 2026 00.05');
  expect(moment('2026-05-12T10:05')).toBe('12 Mei 2026 10.05');
});
