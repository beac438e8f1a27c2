import { z } from 'zod';
import { report } from '../define.ts';
import { lookedFrom } from './outlook.ts';

/** Of fewer alarms a share says nothing. */
export const fewestAlarms = 20;

const count = z.int().nonnegative();

export const insightsAlarmsContract = {
  /**
   * How often somebody who would have been named as slipping away on an earlier day then stayed away; shares
   * from 0 to 1 with the middle 80 %.
   */
  'insights.alarms': report({
    input: z.strictObject({ on: lookedFrom }),
    output: z.strictObject({
      through: z.iso.date(),
      /** Without a purchase for so long an alarm was right. */
      awayDays: count,
      alarms: count,
      stayed: count,
      share: z.number(),
      low: z.number(),
      high: z.number(),
      /** The days with an alarm, the earliest first. */
      days: z.array(z.strictObject({ on: z.iso.date(), alarms: count, stayed: count })),
    }),
    touches: ['customers', 'sales', 'settings', 'shop'],
  }),
};
