interface Group {
  readonly customers: number;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** What can be told of what those who were referred spend against the others. */
export type SpentTold =
  /** This side has too few customers. */
  | { readonly fewer: 'referred' | 'others'; readonly count: number }
  /** The difference, and whether chance hardly explains it. */
  | { readonly way: 'more' | 'less' | 'same' };

/**
 * Whether the two can be compared, and what comes of it. `more`: what a referred one spends more, with its
 * range; `fewest`: of how many customers on each side something is said.
 */
export function spentTold(
  worth: { readonly referred: Group; readonly others: Group; readonly more: Range },
  fewest: number,
): SpentTold {
  const { referred, others, more } = worth;
  const fewer = referred.customers < others.customers ? 'referred' : 'others';
  const count = worth[fewer].customers;
  if (count < fewest) return { fewer, count };
  return { way: more.low > 0 ? 'more' : more.high < 0 ? 'less' : 'same' };
}
