import { useRef } from 'react';
import { DayField } from './day-field.tsx';

/** Local days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly days: Days;
  /** What the first and the last day are called. */
  readonly labels: Days;
  readonly className: string | undefined;
  onChange(days: Days): void;
}

/** What stands beside the day that is written, as it was chosen; `said`: the days that came of it. */
interface Beside {
  readonly of: keyof Days;
  readonly other: string;
  readonly said: Days;
}

/**
 * Two days in their order: where one passes the other, the one that was not touched gives way, and is itself
 * again where it need not. On the way to `1/6/2026` stands `1/6/20`: nothing is left behind of that.
 */
export function DaySpan({ days, labels, className, onChange }: Props) {
  const beside = useRef<Beside | null>(null);
  const take = (of: keyof Days, day: string) => {
    const former = beside.current;
    const isSame =
      former?.of === of && former.said.from === days.from && former.said.to === days.to;
    const other = isSame ? former.other : days[of === 'from' ? 'to' : 'from'];
    const next = of === 'from' ? { from: day, to: other } : { from: other, to: day };
    const said = next.from <= next.to ? next : { from: day, to: day };
    beside.current = { of, other, said };
    onChange(said);
  };
  return (['from', 'to'] as const).map((of) => (
    <DayField
      key={of}
      aria-label={labels[of]}
      className={className}
      value={days[of]}
      onChange={(day) => day !== null && take(of, day)}
    />
  ));
}
