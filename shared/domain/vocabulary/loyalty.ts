/** What is written down of points; whatever else moves them follows from the sales and the rule. */
export const pointEntryKinds = ['spent', 'corrected'] as const;
export type PointEntryKind = (typeof pointEntryKinds)[number];

/**
 * Why a line of somebody's points is there: given for a sale, taken back with a return, spent, run out, put
 * right by hand, covered where more was spent than is there any more, and that taken off later ones.
 */
export const pointKinds = [
  'earned',
  'returned',
  'spent',
  'expired',
  'corrected',
  'advanced',
  'settled',
] as const;
export type PointKind = (typeof pointKinds)[number];

/** What reaches a level, within twelve months: points that were given, or what was paid. */
export const tierMeasures = ['points', 'money'] as const;
export type TierMeasure = (typeof tierMeasures)[number];
