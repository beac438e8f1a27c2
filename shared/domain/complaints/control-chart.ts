/** What was found in one stretch of time. */
export interface Inspected {
  readonly defects: number;
  /** How much was looked at, in the unit the rate is per; 0 or less: nothing, so no rate. */
  readonly units: number;
}

/** A point of the chart; all null where nothing was looked at. */
export interface ChartedRate {
  readonly rate: number | null;
  readonly upper: number | null;
  readonly lower: number | null;
  /** Beyond a limit: chance alone hardly does this. At a lower limit of 0 there is no such side. */
  readonly isOut: boolean;
}

/**
 * A u-chart (defects per unit, Poisson; Shewhart's three sigma as in Montgomery, Introduction to
 * Statistical Quality Control, ch. 7). Centre ū: all defects over all units of the stretches shown,
 * null when there were no units. Limits of a stretch with n units: ū ± 3·√(ū/n), never below 0.
 */
export function uChart(stretches: readonly Inspected[]): {
  centre: number | null;
  points: ChartedRate[];
} {
  const units = stretches.reduce((sum, { units: n }) => sum + Math.max(0, n), 0);
  const defects = stretches.reduce((sum, stretch) => sum + stretch.defects, 0);
  const centre = units > 0 ? defects / units : null;
  const points = stretches.map((stretch): ChartedRate => {
    if (centre === null || stretch.units <= 0) {
      return { rate: null, upper: null, lower: null, isOut: false };
    }
    const rate = stretch.defects / stretch.units;
    const reach = 3 * Math.sqrt(centre / stretch.units);
    const upper = centre + reach;
    const lower = Math.max(0, centre - reach);
    return { rate, upper, lower, isOut: rate > upper || rate < lower };
  });
  return { centre, points };
}
