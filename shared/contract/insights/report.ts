import { z } from 'zod';
import { task } from '../define.ts';
import { printed } from '../sales/paper.ts';
import { lookedFrom } from './outlook.ts';

/** What a report is kept as. */
export const reportFormats = ['pdf', 'xlsx'] as const;

export const insightsReportContract = {
  /** *Worth of our customers* as a file where the owner says. Null: the dialog was closed. */
  'insights.keepWorth': task({
    input: z.strictObject({ on: lookedFrom, format: z.enum(reportFormats) }),
    output: printed.nullable(),
    touches: [],
  }),
};
