import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import type { Days } from '#renderer/components/fields/day-span.tsx';
import { localeTag } from '#renderer/components/format-date.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import { voiceTopics } from '#shared/domain/vocabulary/interactions.ts';
import classes from './report.module.css';
import { VoiceItem } from './voice-item.tsx';
import { VoicesDialog } from './voices-dialog.tsx';

export type Voices = Output<'interactions.voices'>;

const SHOWN = 8;

interface Props {
  readonly voices: Voices;
  readonly days: Days;
}

/** What else they told the shop, of their own accord or in a survey. */
export function VoicesCard({ voices: { counts, rows }, days }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [isOpen, dialog] = useDisclosure(false);
  const told = voiceTopics.filter((topic) => counts[topic] > 0);
  const list = new Intl.ListFormat(localeTag(language), { type: 'conjunction' });
  const count = told.reduce((sum, topic) => sum + counts[topic], 0);
  const each = told.map((topic) =>
    t(`complaintReport.voices.count.${topic}`, { count: counts[topic] }),
  );
  return (
    <QuestionCard
      question={t('complaintReport.voices.question')}
      finding={count === 0 ? t('complaintReport.voices.none') : list.format(each)}
      plotted={t('complaintReport.voices.plotted')}
      foot={
        count > 0 && (
          <Button size="xs" onClick={dialog.open}>
            {t('complaintReport.voices.see', { count })}
          </Button>
        )
      }
    >
      <ul className={classes.voices}>
        {rows.slice(0, SHOWN).map((voice) => (
          <VoiceItem key={`${voice.topic} ${voice.id}`} voice={voice} isShort />
        ))}
      </ul>
      {isOpen && <VoicesDialog days={days} onClose={dialog.close} />}
    </QuestionCard>
  );
}
