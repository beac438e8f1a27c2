import type { Output, Parsed } from '#shared/contract/index.ts';
import { handoverFacts, handoverFinding, handoverParts } from '#shared/domain/handover/parts.ts';
import type { ActionContext, TaskContext } from '../../context.ts';
import type { ChosenPath } from '../../tasks/prepared.ts';
import { asReport } from '../../tasks/report.ts';
import { keepSheet } from '../exports/sheets/write-sheet.ts';
import { shownSheet, wholeSheet } from './sheet.ts';

const readWhole = asReport(wholeSheet);

/** Asks where the sheet goes; its name says for which days it is. Null: the dialog was closed. */
export async function chooseSheetPath(
  ctx: ActionContext,
  { from, to, format }: Parsed<'handover.save'>,
): Promise<{ prepared: ChosenPath } | null> {
  const path = await ctx.platform.dialogs.saveTable(
    `langgan-handover-${from}-${to}.${format}`,
    format,
  );
  return path === null ? null : { prepared: { path } };
}

type Asked = Pick<Parsed<'handover.save'>, 'from' | 'to' | 'who' | 'format'>;

function keepHandover(
  ctx: TaskContext,
  { format, ...asked }: Asked,
  place: ChosenPath,
): Promise<Output<'handover.save'>> {
  return keepSheet(
    ctx,
    {
      format,
      read: () => readWhole(ctx, asked),
      tell: (words, facts) => ({
        title: words.say('handover.title'),
        finding: handoverFinding(words, facts),
        facts: handoverFacts(words, facts),
        parts: handoverParts(words, facts),
      }),
    },
    place,
  );
}

/** What the task process does for hand-overs. */
export const handoverTasks = {
  'handover.sheet': asReport(shownSheet),
  'handover.save': keepHandover,
  'handover.print': (ctx: TaskContext, asked: Parsed<'handover.print'>, place: ChosenPath) => {
    const { from, to, who } = asked;
    return keepHandover(ctx, { from, to, who, format: 'pdf' }, place);
  },
};
