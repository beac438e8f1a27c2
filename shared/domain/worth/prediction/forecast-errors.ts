/** How what was expected of each customer compares with what came. */
export type ForecastErrors = {
  customers: number;
  expected: number;
  actual: number;
  /** Expected ÷ actual of all together; null where nothing came. */
  totalRatio: number | null;
  /** Mean absolute error, and root mean square error, of one customer. */
  mae: number;
  rmse: number;
  /** Rank correlation, ties with their mean rank; 0 where all are expected alike. */
  spearman: number;
  /** How many times as much the best tenth brought as the average customer, by the order expected. */
  topLift: number;
};

/** Compares two lists of the same length, customer by customer. */
export function forecastErrors(
  expected: ArrayLike<number>,
  actual: ArrayLike<number>,
): ForecastErrors {
  const customers = expected.length;
  let [sum, came, absolute, square] = [0, 0, 0, 0];
  for (let index = 0; index < customers; index += 1) {
    const [guess = 0, truth = 0] = [expected[index], actual[index]];
    sum += guess;
    came += truth;
    absolute += Math.abs(guess - truth);
    square += (guess - truth) ** 2;
  }
  return {
    customers,
    expected: sum,
    actual: came,
    totalRatio: came > 0 ? sum / came : null,
    mae: customers === 0 ? 0 : absolute / customers,
    rmse: customers === 0 ? 0 : Math.sqrt(square / customers),
    spearman: spearman(expected, actual),
    topLift: topLift(expected, actual),
  };
}

/** Mean ranks, smallest first. */
function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, index) => index).sort(
    (one, other) => (values[one] ?? 0) - (values[other] ?? 0),
  );
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let index = start; index < end; index += 1)
      ranks[order[index] ?? 0] = (start + end - 1) / 2;
    start = end;
  }
  return ranks;
}

function spearman(expected: ArrayLike<number>, actual: ArrayLike<number>): number {
  const [one, other] = [ranksOf(expected), ranksOf(actual)];
  const mean = (one.length - 1) / 2;
  let [both, first, second] = [0, 0, 0];
  for (let index = 0; index < one.length; index += 1) {
    const [x, y] = [(one[index] ?? 0) - mean, (other[index] ?? 0) - mean];
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : 0;
}

/** Who are expected alike at the edge of the tenth count in part, so that their order says nothing. */
function topLift(expected: ArrayLike<number>, actual: ArrayLike<number>): number {
  const customers = expected.length;
  const most = Math.max(1, Math.round(customers / 10));
  const order = Array.from(expected, (_, index) => index).sort(
    (one, other) => (expected[other] ?? 0) - (expected[one] ?? 0),
  );
  const edge = expected[order[most - 1] ?? 0] ?? 0;
  let [all, above, aboveSum, tied, tiedSum] = [0, 0, 0, 0, 0];
  for (let index = 0; index < customers; index += 1) {
    const [guess = 0, truth = 0] = [expected[index], actual[index]];
    all += truth;
    if (guess > edge) [above, aboveSum] = [above + 1, aboveSum + truth];
    else if (guess === edge) [tied, tiedSum] = [tied + 1, tiedSum + truth];
  }
  if (all <= 0 || tied === 0) return 0;
  const top = aboveSum + (tiedSum * (most - above)) / tied;
  return top / most / (all / customers);
}
