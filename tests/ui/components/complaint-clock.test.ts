import { describe, expect, test } from 'vitest';
import { startI18n } from '#renderer/base/i18n.ts';
import { businessSpan } from '#renderer/components/business-time.ts';
import { daysLeft, urgencyOf } from '#renderer/components/complaint-clock.tsx';
import type { ComplaintClock } from '#shared/contract/complaints-page.ts';

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
