/**
 * When a standing campaign has something to say to somebody. `afterPurchase`: so long after the last one;
 * `secondPurchase`: so long after the only one; the others: so long before, up to the day itself.
 */
export const occasions = [
  ...(['birthday', 'afterPurchase', 'secondPurchase'] as const),
  ...(['guaranteeEnds', 'pointsEnd', 'season'] as const),
] as const;
export type Occasion = (typeof occasions)[number];

/** Days that come for everybody; `own` is a day of every year that the owner names. */
export const seasons = ['lebaran', 'christmas', 'newYear', 'own'] as const;
export type Season = (typeof seasons)[number];
