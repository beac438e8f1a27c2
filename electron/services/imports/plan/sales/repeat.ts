/** A value of the sale as a whole, as its rows give it. */
export interface Repeat {
  first: number | null;
  sum: number;
  isSame: boolean;
}

export function newRepeat(): Repeat {
  return { first: null, sum: 0, isSame: true };
}

/** Equal values on every row of a numbered sale are one value written again; others add up. */
export function repeat(state: Repeat, value: number, isNumbered: boolean): number {
  state.sum += value;
  if (state.first === null) state.first = value;
  else if (state.first !== value) state.isSame = false;
  return isNumbered && state.isSame ? state.first : state.sum;
}
