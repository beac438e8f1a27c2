/** What a customer may agree to, in the order it is asked; `other` is in own words. */
export const consentPurposes = ['offers', 'reminders', 'history', 'accountant', 'other'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** How it was said. */
export const consentWays = [
  'shop',
  'whatsapp',
  'paper',
  'call',
  'email',
  'marketplace',
  'other',
] as const;
export type ConsentWay = (typeof consentWays)[number];

/** What is written down of what was done for whom. */
export const privacyEventKinds = [
  'consent-given',
  'consent-withdrawn',
  'handed-out',
  'erased',
  'erased-again',
  'backups-removed',
] as const;
export type PrivacyEventKind = (typeof privacyEventKinds)[number];

/** After how many years without anything customers can be looked at, whether they are still needed. */
export const quietYears = [1, 2, 3, 5, 7, 10] as const;
