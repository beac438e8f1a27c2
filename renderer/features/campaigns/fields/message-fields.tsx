import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';
import { campaignChannels } from '#shared/domain/vocabulary/campaigns.ts';
import { FieldButtons } from './field-buttons.tsx';

type Message = Pick<CampaignFacts, 'channel' | 'subject' | 'text'>;

interface Props {
  readonly facts: Message;
  change(part: Partial<Message>): void;
}

/** By which way, and what is said. */
export function MessageFields({ facts, change }: Props) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const { channel, subject, text } = facts;
  const channels = campaignChannels.map((value) => ({
    value,
    label: t(`campaigns.channel.${value}`),
  }));
  return (
    <>
      <SegmentedControl
        aria-label={t('campaigns.by')}
        data={channels}
        value={channel}
        onChange={(value) => change({ channel: value as Message['channel'] })}
      />
      {channel === 'email' && (
        <TextInput
          label={t('campaigns.subject')}
          maxLength={150}
          value={subject}
          onChange={(event) => change({ subject: event.currentTarget.value })}
        />
      )}
      <Textarea
        ref={area}
        label={t(`campaigns.text.${channel}`)}
        description={t('campaigns.textHint')}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={1000}
        value={text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <FieldButtons text={text} area={area} onText={(written) => change({ text: written })} />
    </>
  );
}
