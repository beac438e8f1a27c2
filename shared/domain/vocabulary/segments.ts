/** What of a customer is an amount or a count: from one to another, both included. */
export const numberFields = [
  'purchases',
  'activePurchases',
  'revenue',
  'activeRevenue',
  'averageSale',
  'value',
  'chance',
  'expected',
  'owed',
  'openComplaints',
  'points',
  'pointsEnding',
] as const;
export type NumberField = (typeof numberFields)[number];

/** Those of them that are money, in minor units. */
export const moneyFields: readonly NumberField[] = [
  'revenue',
  'activeRevenue',
  'averageSale',
  'value',
  'expected',
  'owed',
];

/** What is only estimated: of whom nothing can be predicted has none of it. `chance` is per cent. */
export const estimatedFields: readonly string[] = ['chance', 'expected'];

/** What of a customer is a day. */
export const dayFields = ['lastPurchase', 'firstPurchase', 'lastContact', 'added'] as const;

/** What of a customer is one of a few values, or several of many. */
export const choiceFields = [
  'layer',
  'band',
  'rfm',
  'city',
  'tag',
  'kind',
  'relation',
  'gender',
  'source',
  'saleChannel',
  'category',
  'offers',
  'birthdayMonth',
] as const;

/** What of a customer leads to records: a product bought, the import that brought them, the level they reached. */
export const recordFields = ['product', 'import', 'tier'] as const;

/** What is so, or is not. */
export const flagFields = [
  'slipping',
  'phone',
  'email',
  'returnsOnly',
  'referred',
  'refers',
] as const;

/** Groups by how lately, how often and for how much somebody bought; each is in one of them. */
export const rfmGroups = [
  'champions',
  'loyal',
  'promising',
  'new',
  'cannotLose',
  'atRisk',
  'asleep',
] as const;
export type RfmGroup = (typeof rfmGroups)[number];

/** By the formula's value. */
export const bandNames = ['high', 'middle', 'low'] as const;
