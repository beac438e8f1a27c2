import { describe, expect, test } from 'vitest';
import { startI18n } from '#renderer/base/i18n.ts';
import { businessSpan, workingSpan } from '#renderer/components/business-time.ts';
import { daysLeft, urgencyOf } from '#renderer/components/complaint-clock.tsx';
import type { ComplaintClock } from '#shared/contract/complaints-page.ts';
import { directShop } from '#tests/support/shop/direct-shop.ts';

const clock = (what: ComplaintClock['what'], minutesLeft: number): ComplaintClock => ({
  what,
  minutesLeft,
  minutesGiven: 600,
  dueAt: '2026-05-12T04:40:00.000Z',
});

describe('the clock of a complaint', () => {
  test('says business time in whole words, from ten hours on without minutes', () => {
    const t = startI18n('id').getFixedT('id');
    expect(businessSpan(t, 45)).toBe('45 menit');
    expect(businessSpan(t, 80)).toBe('1 jam 20 menit');
    expect(businessSpan(t, -180)).toBe('3 jam');
    expect(businessSpan(t, 10 * 60 + 40)).toBe('11 jam');
  });

  test('says how late in working days of this shop, below two of them in hours', async () => {
    const id = startI18n('id').getFixedT('id');
    const en = startI18n('en').getFixedT('en');
    const hours = (opens: string, closes: string) => [{ opens, closes }];
    // Monday to Friday nine hours, Saturday six: 51 hours in six days.
    const businessHours = [
      ...Array.from({ length: 5 }, () => hours('08:00', '17:00')),
      hours('08:00', '14:00'),
      [],
    ];
    const { settings } = await (await directShop()).ask('settings.get', {});
    const shop = { ...settings, businessHours };
    const day = (51 / 6) * 60;
    expect(workingSpan(id, -132 * 60, shop)).toBe('15 hari kerja');
    expect(workingSpan(en, -132 * 60, shop)).toBe('15 working days');
    expect(workingSpan(en, 2 * day, shop)).toBe('2 working days');
    expect(workingSpan(en, 2 * day - 1, shop)).toBe('17 hours of business time');
    expect(workingSpan(id, -90, shop)).toBe('1 jam 30 menit (jam kerja)');
    expect(
      workingSpan(en, -132 * 60, { ...shop, businessHours: shop.businessHours.map(() => []) }),
    ).toBe('5 working days');
  });

  test.each([
    ['answer', -1, 'late'],
    ['answer', 240, 'soon'],
    ['resolution', 240, 'fine'],
    ['resolution', 120, 'soon'],
    ['check', 0, 'soon'],
    ['action', 1440, 'fine'],
  ] as const)('%s with %i minutes left is %s', (what, minutes, urgency) => {
    expect(urgencyOf(clock(what, minutes))).toBe(urgency);
  });

  test('counts whole days, those gone below zero', () => {
    expect(daysLeft(clock('check', 2 * 1440))).toBe(2);
    expect(daysLeft(clock('action', -1440))).toBe(-1);
  });
});
