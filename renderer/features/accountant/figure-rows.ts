import type { Translate } from '#renderer/base/i18n.ts';
import type { PeriodFigures } from '#shared/contract/accountant/pack.ts';
import type { SaleFilter } from '#shared/contract/sales.ts';
import { isCounted, saleStatuses } from '#shared/domain/vocabulary/sales.ts';

export type FigureKey =
  | 'gross'
  | 'discounts'
  | 'returns'
  | 'net'
  | 'tax'
  | 'opening'
  | 'received'
  | 'owedShipping'
  | 'unexplained'
  | 'closing'
  | 'compensation'
  | 'vouchers'
  | 'points'
  | 'nameless'
  | 'notCounted'
  | 'shipping';

type Counts = 'sales' | 'payments' | 'complaints' | 'vouchers';

/** A figure of the screen: what it is and what it is made up of. Minor units. */
export interface FigureRow {
  readonly key: FigureKey;
  readonly isTotal: boolean;
  of(figures: PeriodFigures): number;
  made(figures: PeriodFigures, t: Translate): string;
  /** The sales it is made up of; null: there is none, or no list shows them. */
  opens(figures: PeriodFigures): Partial<SaleFilter> | null;
  /** Shown only where there is anything to say. */
  readonly isRare: boolean;
  /** Whether a period has anything to say. */
  isThere(figures: PeriodFigures): boolean;
}

const COUNTED = saleStatuses.filter(isCounted);
const NOT_COUNTED = saleStatuses.filter((status) => !isCounted(status));

function row(
  key: FigureKey,
  of: FigureRow['of'],
  more: Partial<Omit<FigureRow, 'key' | 'of'>> = {},
): FigureRow {
  const usual = { isTotal: false, made: () => '', opens: () => null, isRare: false };
  return { key, of, ...usual, isThere: (figures) => of(figures) !== 0, ...more };
}

function counted(what: Counts, of: (figures: PeriodFigures) => number): FigureRow['made'] {
  return (figures, t) => t(`accountant.of.${what}`, { count: of(figures) });
}

/** How many points of how many customers, and that their worth is not known. */
function pointsMade({ points }: PeriodFigures, t: Translate): string {
  if (points === null || points.points === 0) return '';
  const whose = t('accountant.of.people', { count: points.people });
  const made = t('accountant.of.points', { count: points.points, whose });
  return points.pointMinor === 0 ? `${made} ${t('accountant.of.noWorth')}` : made;
}

/** A link that leads to no sale is none. */
function opening(
  filter: Partial<SaleFilter>,
  count: (figures: PeriodFigures) => number,
): FigureRow['opens'] {
  return (figures) => (count(figures) === 0 ? null : filter);
}

/** The figures of a period in the order in which they make each other up. */
export const figureRows: readonly FigureRow[] = [
  row('gross', ({ gross }) => gross.minor, {
    opens: opening({ kinds: ['sale'], statuses: COUNTED }, ({ gross }) => gross.count),
    made: ({ gross, lines }, t) =>
      `${t('accountant.of.sales', { count: gross.count })}, ${t('accountant.of.lines', { count: lines })}`,
  }),
  row('discounts', ({ discounts }) => -discounts.minor, {
    made: counted('sales', ({ discounts }) => discounts.count),
  }),
  row('returns', ({ returns }) => -returns.minor, {
    opens: opening({ kinds: ['return'] }, ({ returns }) => returns.count),
    made: counted('sales', ({ returns }) => returns.count),
  }),
  row('net', ({ netMinor }) => netMinor, { isTotal: true }),
  row('tax', ({ taxMinor }) => taxMinor, { isRare: true }),
  row('opening', ({ opening }) => opening.minor, {
    made: counted('sales', ({ opening }) => opening.count),
  }),
  row('owedShipping', ({ owedShippingMinor }) => owedShippingMinor, { isRare: true }),
  row('received', ({ received }) => -received.minor, {
    made: counted('payments', ({ received }) => received.count),
  }),
  row('unexplained', ({ unexplainedMinor }) => unexplainedMinor, {
    isRare: true,
    opens: () => ({ odd: 'unexplained' }),
  }),
  row('closing', ({ closing }) => closing.minor, {
    isTotal: true,
    made: counted('sales', ({ closing }) => closing.count),
  }),
  row('compensation', ({ compensation }) => compensation.minor, {
    made: counted('complaints', ({ compensation }) => compensation.count),
  }),
  row('vouchers', ({ vouchers }) => vouchers.minor, {
    made: counted('vouchers', ({ vouchers }) => vouchers.count),
  }),
  row('points', ({ points }) => points?.minor ?? 0, {
    isRare: true,
    isThere: ({ points }) => (points?.points ?? 0) > 0,
    made: pointsMade,
  }),
  row('nameless', ({ nameless }) => nameless.minor, {
    isRare: true,
    opens: opening({ buyer: 'none', statuses: COUNTED }, ({ nameless }) => nameless.count),
    made: counted('sales', ({ nameless }) => nameless.count),
  }),
  row('notCounted', ({ notCounted }) => notCounted.minor, {
    isRare: true,
    opens: opening(
      { kinds: ['sale'], statuses: NOT_COUNTED },
      ({ notCounted }) => notCounted.count,
    ),
    made: counted('sales', ({ notCounted }) => notCounted.count),
  }),
  row('shipping', ({ shippingMinor }) => shippingMinor, { isRare: true }),
];

/** Whether nothing happened in a period. */
export function isEmptyPeriod(figures: PeriodFigures): boolean {
  const { gross, returns, received, compensation, notCounted, opening, closing } = figures;
  const isPointless = (figures.points?.points ?? 0) === 0;
  return [gross, returns, received, compensation, notCounted, opening, closing].every(
    ({ count, minor }) => isPointless && count === 0 && minor === 0,
  );
}
