import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { smsParts } from '#shared/domain/campaigns/length.ts';
import { countWords, isTooLong } from '#shared/domain/replies/check-shape.ts';
import type { CampaignChannel } from '#shared/domain/vocabulary/campaigns.ts';

interface Props {
  readonly channel: CampaignChannel;
  readonly text: string;
}

/** Whether a text is read to its end; of an SMS also how many it takes. */
export function LengthNote({ channel, text }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = countWords(text);
  const isLong = isTooLong(words, false);
  const parts = smsParts(text);
  const length = t('campaigns.length.words', { count: words });
  const sms = t('campaigns.length.sms', { count: parts, letters: format.number(text.length) });
  return (
    <p>
      <StatusBadge kind={isLong || (channel === 'sms' && parts > 2) ? 'due' : 'good'}>
        {[length, ...(channel === 'sms' ? [sms] : [])].join(', ')}
        {isLong && `. ${t('campaigns.length.long')}`}
      </StatusBadge>
    </p>
  );
}
