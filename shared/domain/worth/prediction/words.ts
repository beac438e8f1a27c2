/** A chance as words can say it: about `count` in `of`, or fewer or more than that. */
export type SpokenChance = { kind: 'about' | 'under' | 'over'; count: number; of: 10 | 20 | 100 };

/**
 * What one can say of a chance (0 to 1) without claiming to know it better: tenths in the middle, at the
 * edges twentieths and hundredths, and never nothing or certainty.
 */
export function spokenChance(chance: number): SpokenChance {
  if (!(chance >= 0.01)) return { kind: 'under', count: 1, of: 100 };
  if (chance > 0.99) return { kind: 'over', count: 99, of: 100 };
  if (chance < 0.035) return { kind: 'about', count: Math.round(chance * 100), of: 100 };
  if (chance < 0.075) return { kind: 'about', count: 1, of: 20 };
  if (chance > 0.975) return { kind: 'over', count: 19, of: 20 };
  if (chance > 0.925) return { kind: 'about', count: 19, of: 20 };
  return { kind: 'about', count: Math.round(chance * 10), of: 10 };
}

/**
 * An estimate with its range, each moved to the nearest round step of a tenth of that range or less: what is
 * known to lie between 8.2 and 15.3 million is known to half a million. `unit` is the smallest step.
 */
export function roundedRange(
  range: { mean: number; low: number; high: number },
  unit = 1,
): { mean: number; low: number; high: number } {
  const width = range.high - range.low;
  if (!(width > 0)) return range;
  const power = 10 ** Math.floor(Math.log10(width));
  const parts = width < 2 * power ? 10 : width < 5 * power ? 5 : 2;
  const step = Math.max(unit, power / parts);
  const round = (value: number) => Math.round(value / step) * step;
  return { mean: round(range.mean), low: round(range.low), high: round(range.high) };
}
