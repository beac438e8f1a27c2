import type { ReviewFacts } from '#shared/contract/reviews.ts';
import type { Channel } from '#shared/domain/vocabulary/interactions.ts';

const MARKETS: readonly ReviewFacts['platform'][] = [
  'shopee',
  'tokopedia',
  'tiktok',
  'gofood',
  'grabfood',
];

/** The channel a review on that platform came by. */
export function channelOf(platform: ReviewFacts['platform']): Channel {
  if (platform === 'other') return 'other';
  return MARKETS.includes(platform) ? 'marketplace' : 'social';
}
