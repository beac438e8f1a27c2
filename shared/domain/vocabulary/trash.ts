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
] as const;
export type TrashKind = (typeof trashKinds)[number];
