import { z } from 'zod';
import { batchId, complaintId, customerId, followUpId, prospectId, reviewId } from '../ids.ts';
import { layer } from './customers.ts';
import { asSpan, day, daySpan } from './days.ts';
import { command, query, report, task } from './define.ts';

export const followUpCause = z.enum([
  'own',
  'proactive',
  'service',
  'birthday',
  'complaint',
  'review',
  'guarantee',
]);
export type FollowUpCause = z.infer<typeof followUpCause>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Every so many days, weeks, months or years, counted from the day it was due. */
export const repeat = z.strictObject({
  every: z.int().min(1).max(120),
  unit: z.enum(['day', 'week', 'month', 'year']),
});
export type Repeat = z.infer<typeof repeat>;

/** When to contact a customer again, and why. Times are local. */
export const followUpPlan = z.strictObject({
  dueOn: day,
  dueTime: clockTime.nullable().default(null),
  reason: z.string().trim().max(400).default(''),
  cause: followUpCause.default('own'),
  repeat: repeat.nullable().default(null),
});
export type FollowUpPlan = z.infer<typeof followUpPlan>;

export const followUp = z.strictObject({
  id: followUpId,
  customerId,
  ...followUpPlan.shape,
  dueOn: z.iso.date(),
  /** The day it was first due, before any snooze: on time is measured against it. */
  firstDueOn: z.iso.date(),
  complaintId: complaintId.nullable(),
  reviewId: reviewId.nullable(),
  /** Whose next step it is. */
  prospectId: prospectId.nullable(),
});
export type FollowUp = z.infer<typeof followUp>;

/** A line of the Today list. */
export const todayRow = z.strictObject({
  /** Null: a birthday nobody has made a date of. */
  followUpId: followUpId.nullable(),
  customerId,
  name: z.string(),
  phone: z.string().nullable(),
  layer,
  cause: followUpCause,
  reason: z.string(),
  dueOn: z.iso.date(),
  dueTime: z.string().nullable(),
  /** Days past due; 0: due that day, negative: still to come. */
  daysLate: z.int(),
  /** Whole years on the birthday, where the year of birth is known. */
  turns: z.int().nullable(),
  lastPurchaseOn: z.iso.date().nullable(),
  hasOpenComplaint: z.boolean(),
  isRepeating: z.boolean(),
});
export type TodayRow = z.infer<typeof todayRow>;

/** `today` with everything overdue; `tomorrow`; `week`: the six days after tomorrow as well as it. */
export const todaySpan = z.enum(['today', 'tomorrow', 'week']);

/** The last line shown that is a date somebody made; `dueTime` empty: no time of day. */
export const todayCursor = z.strictObject({
  dueOn: z.iso.date(),
  dueTime: clockTime.or(z.literal('')),
  id: z.int().nonnegative(),
});

const touches = ['followUps', 'history', 'interactions'] as const;
const reads = [
  'followUps',
  'interactions',
  'complaints',
  'customers',
  'sales',
  'settings',
  'shop',
] as const;
/** On the day a date was first due or before, after it, or not yet. */
export const keptHow = ['onTime', 'late', 'open'] as const;
const changed = z.strictObject({ id: followUpId, batchId });

export const followUpsContract = {
  /** Who to contact: overdue first, then by time; birthdays of the span come with the first page. */
  'followUps.today': query({
    input: z.strictObject({
      span: todaySpan.default('today'),
      after: todayCursor.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ rows: z.array(todayRow), next: todayCursor.nullable() }),
    touches: reads,
  }),
  /** How many wait in each span (today counts what is overdue), and how many were done today. */
  'followUps.counts': query({
    input: z.strictObject({}),
    output: z.strictObject({
      today: z.int().nonnegative(),
      overdue: z.int().nonnegative(),
      tomorrow: z.int().nonnegative(),
      week: z.int().nonnegative(),
      doneToday: z.int().nonnegative(),
    }),
    touches: reads,
  }),
  /** The open dates of one customer, the next first. */
  'followUps.ofCustomer': query({
    input: z.strictObject({ customerId }),
    output: z.array(followUp),
    touches: ['followUps', 'shop'],
  }),
  'followUps.create': command({
    input: z.strictObject({
      customerId,
      plan: followUpPlan,
      complaintId: complaintId.nullable().default(null),
      reviewId: reviewId.nullable().default(null),
    }),
    output: changed,
    touches,
  }),
  'followUps.update': command({
    input: z.strictObject({ id: followUpId, plan: followUpPlan }),
    output: changed,
    touches,
  }),
  /** Another day, and time; how late it is goes on being measured from the first day. */
  'followUps.snooze': command({
    input: z.strictObject({
      id: followUpId,
      dueOn: day,
      dueTime: clockTime.nullable().default(null),
    }),
    output: changed,
    touches,
  }),
  /** Done; a repeating one makes the next, the first that lies after today. */
  'followUps.finish': command({
    input: z.strictObject({ id: followUpId }),
    output: z.strictObject({ id: followUpId, batchId, nextDueOn: z.iso.date().nullable() }),
    touches,
  }),
  /** A birthday on the list: greeted, or put off to another day. */
  'followUps.birthday': command({
    input: z.strictObject({
      customerId,
      /** The day of the list's line. */
      on: day,
      /** Null: done. */
      snoozeTo: day.nullable(),
    }),
    output: changed,
    touches,
  }),
  'followUps.delete': command({
    input: z.strictObject({ id: followUpId }),
    output: changed,
    touches,
  }),
  /** How many dates were kept on the day they were first due, or before; the first contacts apart. */
  'followUps.rate': report({
    input: daySpan,
    output: z.strictObject({
      all: z.strictObject({ due: z.int(), onTime: z.int(), late: z.int(), open: z.int() }),
      proactive: z.strictObject({ due: z.int(), onTime: z.int(), late: z.int(), open: z.int() }),
    }),
    touches: ['followUps', 'customers', 'shop'],
  }),
  /** The dates behind that rate, by the day they were first due; at most 500. */
  'followUps.kept': report({
    input: asSpan(z.strictObject({ from: day, to: day, how: z.enum(['all', ...keptHow]) })),
    output: z.strictObject({
      /** Of all of them. */
      count: z.int().nonnegative(),
      rows: z.array(
        z.strictObject({
          id: followUpId,
          customerId,
          name: z.string(),
          firstDueOn: z.iso.date(),
          /** Null: not kept yet. */
          doneOn: z.iso.date().nullable(),
          how: z.enum(keptHow),
        }),
      ),
    }),
    touches: ['followUps', 'customers', 'shop'],
  }),
  /** The Today list of a span as a table, under the titles given; null: the save dialog was closed. */
  'followUps.export': task({
    input: z.strictObject({
      span: todaySpan.default('today'),
      format: z.enum(['csv', 'xlsx']),
      titles: z.record(z.string(), z.string()),
    }),
    output: z.strictObject({ path: z.string(), rows: z.int().nonnegative() }).nullable(),
    touches: [],
  }),
  /** Open dates and birthdays as a calendar file (.ics); null: the save dialog was closed. */
  'followUps.calendar': task({
    input: z.strictObject({ birthdays: z.boolean().default(true) }),
    output: z.strictObject({ path: z.string(), events: z.int().nonnegative() }).nullable(),
    touches: [],
  }),
};
