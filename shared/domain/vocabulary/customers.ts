export const customerKinds = ['person', 'business'] as const;
export type CustomerKind = (typeof customerKinds)[number];

/** What they are to the shop. */
export const relations = ['customer', 'partner', 'supplier'] as const;
export type Relation = (typeof relations)[number];

export const genders = ['female', 'male', 'other'] as const;
export type Gender = (typeof genders)[number];

/** By what a customer is reached. */
export const contactPointKinds = ['phone', 'email', 'social', 'website'] as const;
export type ContactPointKind = (typeof contactPointKinds)[number];
