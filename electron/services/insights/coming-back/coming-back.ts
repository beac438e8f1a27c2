import { readBoughtDays } from '#db/queries/insights/bought-days.ts';
import { readSettings } from '#db/queries/settings.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { fewestForShares, followedMonths } from '#shared/contract/insights/coming-back.ts';
import { addMonths, dayNumber, isoFromDay } from '#shared/domain/calendar/dates.ts';
import { beginningOf, type StatedBeginning } from '#shared/domain/worth/retention/beginning.ts';
import {
  type BoughtDays,
  monthOfIndex,
  peopleIn,
} from '#shared/domain/worth/retention/bought-days.ts';
import { cohortsOf, daysOfMonth } from '#shared/domain/worth/retention/cohorts.ts';
import { lifetimeOf } from '#shared/domain/worth/retention/lifetime.ts';
import {
  activeIn,
  goneIn,
  repeatedIn,
  staysOf,
  type Window,
  windowsBack,
} from '#shared/domain/worth/retention/years.ts';
import type { TaskContext } from '../../../context.ts';
import { keptOrMade, lookedFromDay, statedBeginning } from '../kept.ts';

type ComingBack = Output<'insights.comingBack'>;

const format = 3;
const quarters = 8;
const quarterMonths = 3;
const mostYears = 6;
const marksMonths = [1, 3, 6, 9, 12, 18, 24, 36, 48, 60, 84, 120];
const daysPerMonth = 30.4375;

/** All that the cards are made of. */
interface Looked {
  readonly bought: BoughtDays;
  readonly through: number;
  readonly months: number;
  readonly firstDay: number;
  readonly countedFrom: number;
}

function shownSpan({ from, to }: Window): { from: string; to: string } {
  return { from: isoFromDay(from), to: isoFromDay(to) };
}

function activeOf({ bought, through, months, firstDay }: Looked): ComingBack['active'] {
  const [now = { from: through, to: through }] = windowsBack(through, months, 1);
  const before = Array.from({ length: quarters }, (_, index) => {
    const to = dayNumber(addMonths(isoFromDay(through), -(index + 1) * quarterMonths));
    return windowsBack(to, months, 1)[0] ?? now;
  });
  return {
    ...shownSpan(now),
    now: activeIn(bought, now),
    before: before
      .filter(({ from }) => from >= firstDay)
      .map((window) => ({
        from: isoFromDay(window.from),
        on: isoFromDay(window.to),
        customers: activeIn(bought, window),
      })),
  };
}

function cohortsShown({ bought, countedFrom, through }: Looked): ComingBack['cohorts'] {
  const { rows, ...pooled } = cohortsOf(bought, { countedFrom, through, months: followedMonths });
  return {
    ...pooled,
    rows: rows.map(({ month, customers, back }) => ({
      ...daysOfMonth(monthOfIndex(month)),
      customers,
      back: [...back],
    })),
    average: [...pooled.average],
  };
}

function repeatOf({ bought, through, months, firstDay }: Looked): ComingBack['repeat'] {
  const windows = windowsBack(through, months, mostYears + 1);
  return windows.slice(0, -1).flatMap((window, index) => {
    const before = windows[index + 1];
    if (before === undefined || before.from < firstDay) return [];
    const span = { ...shownSpan(window), before: shownSpan(before) };
    return [{ ...repeatedIn(bought, before, window), ...span }];
  });
}

function goneOf({ bought, through, months, firstDay }: Looked): ComingBack['gone'] {
  const windows = windowsBack(through, months, 3);
  const [now, before, earlier] = windows;
  if (now === undefined || before === undefined || earlier === undefined) return null;
  if (before.from < firstDay) return null;
  const beside = { now: shownSpan(now), earlier: shownSpan(earlier) };
  return { ...shownSpan(before), ...beside, ...goneIn(bought, windows) };
}

function lifetimeShown({ bought, through, months, countedFrom }: Looked): ComingBack['lifetime'] {
  const [now] = windowsBack(through, months, 1);
  if (now === undefined) return null;
  const marks = marksMonths.map((one) => one * daysPerMonth);
  const found = lifetimeOf(staysOf(bought, countedFrom, now), [0, ...marks], fewestForShares);
  if (found === null) return null;
  const span = shownSpan({ from: countedFrom, to: now.from - 1 });
  return { ...span, ...found, points: [...found.points] };
}

/** The report made from the sales up to a day. */
function madeOf(
  bought: BoughtDays,
  on: string,
  { months, stated }: { readonly months: number; readonly stated: StatedBeginning },
): ComingBack {
  const through = dayNumber(on);
  const beginning = beginningOf(bought, through, stated);
  const { firstDay = through, countedFrom = through } = beginning ?? {};
  const looked = { bought, through, months, firstDay, countedFrom };
  return {
    through: on,
    firstOn: beginning === null ? null : isoFromDay(firstDay),
    customers: peopleIn(bought),
    months,
    beginning:
      beginning?.isPiledUp || beginning?.isStated
        ? {
            countedFrom: isoFromDay(countedFrom),
            before: beginning.before,
            isStated: beginning.isStated,
          }
        : null,
    active: activeOf(looked),
    cohorts: cohortsShown(looked),
    repeat: repeatOf(looked),
    lifetime: lifetimeShown(looked),
    gone: goneOf(looked),
  };
}

/** Whether customers come back, how long they stay and how many have left. */
export async function comingBack(
  ctx: TaskContext,
  { on }: Parsed<'insights.comingBack'>,
): Promise<ComingBack> {
  const through = await lookedFromDay(ctx, on);
  const { raw, db } = ctx.open();
  const { settings } = await readSettings(db);
  const months = settings.activeMonths;
  const { key, stated } = await statedBeginning(ctx);
  return keptOrMade(ctx, `comingBack${format}:${months}:${key}:${through}`, () =>
    madeOf(readBoughtDays(raw, through), through, { months, stated }),
  );
}
