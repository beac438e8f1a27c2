import type { ContactChannel } from '#shared/contract/interactions.ts';
import type { ReviewFacts } from '#shared/contract/reviews.ts';

const MARKETS: readonly ReviewFacts['platform'][] = [
  'shopee',
  'tokopedia',
  'tiktok',
  'gofood',
  'grabfood',
];

/** The channel a review on that platform came by. */
export function channelOf(platform: ReviewFacts['platform']): ContactChannel {
  if (platform === 'other') return 'other';
  return MARKETS.includes(platform) ? 'marketplace' : 'social';
}
