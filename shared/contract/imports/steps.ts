import { z } from 'zod';
import { stepMemories, stepStates } from '../../domain/mending/steps.ts';

const column = z.int().nonnegative();
const typed = z.string().max(400);

export const mendStep = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('replace'),
    /** Null: every column that becomes something. */
    column: column.nullable(),
    find: typed.min(1),
    with: typed,
    isWhole: z.boolean(),
    ignoresCase: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('fill'), column, takesBelow: z.boolean() }),
]);

/** What is done with a rule when the next file of the same titles comes: nothing, it is used, or asked about. */
export const ruleMemory = z.enum(stepMemories);
export type RuleMemory = z.infer<typeof ruleMemory>;

/** A step of the import under way, in the order in which they work. */
export const keptStep = z.strictObject({
  id: z.int().positive(),
  step: mendStep,
  /** `waiting`: it was remembered to be asked about; `declined`: not in this import. */
  state: z.enum(stepStates),
  memory: ruleMemory,
  /** It was remembered with the titles of the file. */
  isFromLayout: z.boolean(),
});
