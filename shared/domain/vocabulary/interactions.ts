/** By what way an interaction, a complaint or an answer came. */
export const channels = [
  'visit',
  'call',
  'whatsapp',
  'email',
  'sms',
  'letter',
  'social',
  'marketplace',
  'other',
] as const;
export type Channel = (typeof channels)[number];

/** Who turned to whom: `in` is the customer to us. */
export const directions = ['in', 'out'] as const;
export type Direction = (typeof directions)[number];

/** What an interaction was about; `contact` is none of the others. */
export const topics = ['contact', 'suggestion', 'criticism', 'need'] as const;
export type Topic = (typeof topics)[number];

/** What is told beside complaints and reviews: in a contact, or (`comment`) as words in a survey's answer. */
export const voiceTopics = ['suggestion', 'need', 'criticism', 'comment'] as const;
export type VoiceTopic = (typeof voiceTopics)[number];

/** What came of an interaction. */
export const outcomes = ['reached', 'no-answer', 'waiting', 'ordered', 'declined'] as const;
export type Outcome = (typeof outcomes)[number];
