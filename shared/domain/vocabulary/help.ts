/**
 * What a new shop does first: its customers are brought in, it has a name, who may be there twice has been
 * looked at, a complaint or a day to contact somebody is written down, a copy lies outside the laptop.
 */
export const firstSteps = ['customers', 'name', 'same', 'write', 'copy'] as const;
export type FirstStep = (typeof firstSteps)[number];

/** `first`: shown in the first week; `shown`: asked back, until it is put away; `away`: put away. */
export const tourStates = ['first', 'shown', 'away'] as const;
