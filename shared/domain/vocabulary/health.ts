/** What may be wrong with a customer's record, by what it is: nothing there, old, doubtful, or no way to them. */
export const healthChecks = {
  missing: ['noName', 'noPhone', 'noEmail', 'noCity', 'noBirthday'],
  stale: ['staleYear', 'staleTwoYears'],
  odd: ['oddPhone', 'oddEmail', 'bornAhead', 'bornLongAgo', 'oddName', 'oddAmount'],
  unreachable: ['unreachable', 'optedOut'],
} as const;

export type HealthGroup = keyof typeof healthChecks;
export type HealthCheck = (typeof healthChecks)[HealthGroup][number];

/** Every check, in the order of the page. */
export const allHealthChecks = Object.values(healthChecks).flat();

/** Who has not been heard of, or written about, for so many months is to be asked again. */
export const staleMonths = { staleYear: 12, staleTwoYears: 24 } as const;
/** A sale is far outside the shop's own from so many times its usual one. */
export const oddTimes = 20;
/** Below so many purchases nobody knows what is usual. */
export const fewestPurchases = 20;
/** Nobody is older. A birthday before `yearUnknownBefore` is one of which nobody knows the year. */
export const oldestYears = 120;
export const yearUnknownBefore = '1880';
