/** Ways of contact that have a button of their own, and those in the list beside. */
export const QUICK_CHANNELS = ['whatsapp', 'call', 'visit'] as const;
export const OTHER_CHANNELS = ['email', 'sms', 'letter', 'social', 'marketplace', 'other'] as const;
export const CHANNELS = [...QUICK_CHANNELS, ...OTHER_CHANNELS] as const;
export const TOPICS = ['contact', 'suggestion', 'criticism', 'need'] as const;
export const OUTCOMES = ['reached', 'no-answer', 'waiting', 'ordered', 'declined'] as const;
