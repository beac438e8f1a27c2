import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { issuesOf } from '#electron/ipc/errors.ts';
import { monthsFrom } from '#electron/services/complaints/report/defects.ts';
import { longestSpanYears } from '#shared/contract/days.ts';
import { type ChannelName, contract } from '#shared/contract/index.ts';
import { addDays, firstYear, lastYear } from '#shared/domain/calendar/dates.ts';
import { complaintShop } from '#tests/support/shop/complaint-shop.ts';

const channels = Object.keys(contract) as ChannelName[];

interface Definition {
  readonly format?: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
}

/** Every day and instant below a schema, with its path. */
function daysIn(schema: z.ZodType, path: string): [path: string, schema: z.ZodType][] {
  const { format, innerType, element, shape, options } = schema._zod.def as unknown as Definition;
  if (format === 'date' || format === 'datetime') return [[path, schema]];
  const below = [innerType, element, ...(options ?? [])].filter((one) => one !== undefined);
  return [
    ...below.flatMap((one) => daysIn(one, path)),
    ...Object.entries(shape ?? {}).flatMap(([name, one]) => daysIn(one, `${path}.${name}`)),
  ];
}

describe('a day that is given', () => {
  const all = channels.flatMap((channel) => daysIn(contract[channel].input, channel));
  const takes = (day: string) =>
    all.filter(([, schema]) =>
      [day, `${day}T03:00:00Z`].some((one) => schema.safeParse(one).success),
    );

  it('lies in a year that can be meant, but where it only names what is stored', () => {
    expect(takes(`${firstYear}-01-01`)).toHaveLength(all.length);
    expect(takes(`${lastYear}-12-31`)).toHaveLength(all.length);
    const stored = [
      'accountant.packs.after.from',
      'accountant.packs.after.to',
      'complaints.update.expected.receivedAt',
      'customers.update.expected.birthdayOn',
      'followUps.today.after.dueOn',
      'reviews.list.after.postedOn',
      'sales.list.after.soldOn',

      'sales.ofCustomer.after.soldOn',
      'settings.update.holidays.on',
    ];
    // A birthday whose year nobody knows is given one of long ago.
    const born = ['customers.create.birthdayOn', 'customers.update.facts.birthdayOn'];
    const paths = (day: string) => [...new Set(takes(day).map(([path]) => path))].sort();
    for (const day of ['0001-01-01', `${firstYear - 1}-12-31`])
      expect(paths(day)).toEqual([...stored, ...born].sort());
    for (const day of [`${lastYear + 1}-01-01`, '9999-12-31']) expect(paths(day)).toEqual(stored);
  });

  it('is refused with a problem of its own', () => {
    const parsed = contract['followUps.snooze'].input.safeParse({ id: 1, dueOn: '9999-12-31' });
    expect(parsed.success ? null : issuesOf(parsed.error)).toEqual({
      code: 'VALIDATION',
      issues: [{ path: 'dueOn', problem: 'day-far' }],
    });
  });
});

describe('a span of days', () => {
  const spans = channels.filter((channel) => {
    const { shape = {} } = contract[channel].input._zod.def as unknown as Definition;
    return 'from' in shape && 'to' in shape;
  });
  /** What else has to be given. */
  const others: Readonly<Partial<Record<ChannelName, object>>> = {
    'standing.after': { id: 1 },
    'standing.afterRows': { id: 1, of: 'people' },
    'followUps.kept': { how: 'all' },
    'handover.save': { format: 'pdf' },
    'handover.print': { name: 'Sheet' },
  };
  const problemsOf = (channel: ChannelName, from: string, to: string) => {
    const parsed = contract[channel].input.safeParse({ ...others[channel], from, to });
    const error = parsed.success ? null : issuesOf(parsed.error);
    return error?.code === 'VALIDATION' ? error.issues : [];
  };

  it('has its ends in order and no more than fifty years between them, in every report', () => {
    expect(spans).toEqual([
      'accountant.figures',
      'standing.after',
      'standing.afterRows',
      'complaints.report',
      'followUps.rate',
      'followUps.kept',
      'handover.sheet',
      'handover.save',
      'handover.print',
      'interactions.voices',
    ]);
    for (const channel of spans) {
      const last = `${2000 + longestSpanYears}-06-15`;
      expect(problemsOf(channel, '2000-06-15', last)).toEqual([]);
      expect(problemsOf(channel, '2000-06-15', '2000-06-15')).toEqual([]);
      expect(problemsOf(channel, '2000-06-15', addDays(last, 1))).toEqual([
        { path: 'to', problem: 'span-long' },
      ]);
      expect(problemsOf(channel, '2026-06-15', '2026-06-14')).toEqual([
        { path: 'to', problem: 'span-reversed' },
      ]);
      expect(problemsOf(channel, '9999-01-01', '9999-12-31')).toEqual([
        { path: 'from', problem: 'day-far' },
        { path: 'to', problem: 'day-far' },
      ]);
      expect(problemsOf(channel, '0001-01-01', '2026-06-15')).toContainEqual({
        path: 'from',
        problem: 'day-far',
      });
    }
  });

  it('ends also where a shop holds a day that could once be given', async () => {
    expect(monthsFrom('9999-11-30', '9999-12-31')).toEqual(['9999-11', '9999-12']);
    expect(monthsFrom('2026-05-31', '2026-04-01')).toEqual([]);
    const shop = await complaintShop((raw) => {
      raw.exec(`INSERT INTO complaints (number, channel, severity, title, state, received_at,
          answer_due_at, resolution_due_at, resolved_at, created_at)
        VALUES ('K-1', 'visit', 'light', 'Apek', 'resolved', '2026-06-01T03:00:00.000Z', '', '',
          '2199-12-31T03:00:00.000Z', '')`);
    });
    const span = { from: '2026-06-01', to: '2026-06-15' };
    const { byMonth } = await shop.ask('complaints.report', span);
    expect(byMonth).toHaveLength((2199 - 2026) * 12 + 7);
    expect(byMonth[0]).toMatchObject({ month: '2026-06', received: 1, resolved: 0 });
    expect(byMonth.at(-1)).toMatchObject({ month: '2199-12', received: 0, resolved: 1 });
  });
});
