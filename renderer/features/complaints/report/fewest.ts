/** Of fewer complaints a percentage says nothing: the sentence then says how few they are. */
export const FEWEST_FOR_SHARE = 5;

/** Of fewer sold a rate per 100 says nothing: one complaint about the only one sold is 100. */
export const FEWEST_SOLD = 20;
