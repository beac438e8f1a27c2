/** What can lie in the trash: the tables whose rows go there, in the order they are offered. */
export const trashKinds = [
  'customers',
  'sales',
  'products',
  'payments',
  'complaints',
  'interactions',
  'follow_ups',
  'prospects',
  'reviews',
  'claims',
  'surveys',
  'notes',
  'custom_fields',
] as const;
export type TrashKind = (typeof trashKinds)[number];

/** After how many days what was deleted can be let go for good. */
export const trashDays = [30, 90, 180, 365] as const;
