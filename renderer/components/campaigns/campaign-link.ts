import { linkFor, longestLink } from '#renderer/components/replies/reply-link.ts';
import type { CampaignMember } from '#shared/contract/campaigns/shapes.ts';
import type { StandingChannel } from '#shared/domain/vocabulary/campaigns.ts';

export interface CampaignLink {
  readonly url: string;
  /** The address would be too long with the text in it: the text goes by the clipboard. */
  readonly isCopied: boolean;
}

/** What is opened for somebody, with the text in it where there is room. */
export function campaignLink(
  channel: StandingChannel,
  { reach, subject }: Pick<CampaignMember, 'reach' | 'subject'>,
  text: string,
): CampaignLink {
  if (channel === 'call') return { url: `tel:${reach}`, isCopied: false };
  if (channel === 'sms') {
    const whole = `sms:${reach}?body=${encodeURIComponent(text)}`;
    return whole.length > longestLink
      ? { url: `sms:${reach}`, isCopied: true }
      : { url: whole, isCopied: false };
  }
  const to = { phone: reach, email: reach, url: null, isPublic: false };
  const { url, isCopied } = linkFor(channel, to, { subject, text });
  return { url: url ?? '', isCopied };
}
