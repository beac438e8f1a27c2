import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignFacts } from '#shared/contract/campaigns/shapes.ts';
import type { CampaignChannel } from '#shared/domain/vocabulary/campaigns.ts';
import { FieldButtons } from './field-buttons.tsx';

interface Message<C> extends Pick<CampaignFacts, 'subject' | 'text'> {
  readonly channel: C;
}

interface Props<C extends CampaignChannel> {
  /** The ways that it can go. */
  readonly channels: readonly C[];
  readonly facts: Message<C>;
  change(part: Partial<Message<C>>): void;
}

/** By which way, and what is said. */
export function MessageFields<C extends CampaignChannel>({
  channels: ways,
  facts,
  change,
}: Props<C>) {
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const { channel, subject, text } = facts;
  const channels = ways.map((value) => ({
    value,
    label: t(`campaigns.channel.${value}`),
  }));
  return (
    <>
      <SegmentedControl
        aria-label={t('campaigns.by')}
        data={channels}
        value={channel}
        onChange={(value) => change({ channel: value as C })}
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
