import { Modal, Select, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import type { Days } from '#renderer/components/fields/day-span.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { type VoiceTopic, voiceTopics } from '#shared/domain/vocabulary/interactions.ts';
import classes from './report.module.css';
import { VoiceItem } from './voice-item.tsx';

const MOST = 500;

interface Props {
  readonly days: Days;
  onClose(): void;
}

interface SaidProps {
  readonly data: Output<'interactions.voices'>;
  readonly topic: VoiceTopic | null;
}

function Said({ data: { counts, rows }, topic }: SaidProps) {
  const { t } = useTranslation();
  const chosen = voiceTopics.filter((one) => topic === null || one === topic);
  const count = chosen.reduce((sum, one) => sum + counts[one], 0);
  return (
    <>
      <p className={classes.told}>
        {t('complaintReport.voices.said', { count })}{' '}
        {rows.length < count &&
          t('complaintReport.voices.capped', { shown: rows.length, count: count - rows.length })}
      </p>
      <ul className={classes.voices} aria-label={t('complaintReport.voices.list')}>
        {rows.map((voice) => (
          <VoiceItem key={`${voice.topic} ${voice.id}`} voice={voice} />
        ))}
      </ul>
    </>
  );
}

/** All that was told in a span of days, or one kind of it. */
export function VoicesDialog({ days, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [topic, setTopic] = useState<VoiceTopic | null>(null);
  const { from, to } = days;
  const { data, error, refetch } = useQuery('interactions.voices', {
    from,
    to,
    topic,
    limit: MOST,
  });
  const choices = voiceTopics.map((value) => ({
    value,
    label: t(`complaintReport.voices.topic.${value}`),
  }));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('complaintReport.voices.title', {
        from: format.date(from, true),
        to: format.date(to, true),
      })}
    >
      <Select<VoiceTopic | 'all'>
        label={t('complaintReport.voices.show')}
        data={[{ value: 'all', label: t('complaintReport.voices.all') }, ...choices]}
        mb="md"
        value={topic ?? 'all'}
        allowDeselect={false}
        onChange={(value) => setTopic(value === 'all' ? null : value)}
      />
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h="6rem" aria-busy="true" />}
      {data !== undefined && <Said data={data} topic={topic} />}
    </Modal>
  );
}
