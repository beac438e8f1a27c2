import { useTranslation } from 'react-i18next';
import { answersAt } from '#renderer/base/answers-address.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { DateText } from '#renderer/components/figures.tsx';
import type { Voice } from '#shared/contract/interactions/voices.ts';
import classes from './report.module.css';
import { RowsLink } from './rows.tsx';

interface Props {
  readonly voice: Voice;
  /** Cut off after some lines. */
  readonly isShort?: boolean;
}

/** What somebody told the shop, who it was and when; of words in a survey also what was asked. */
export function VoiceItem({ voice, isShort = false }: Props) {
  const { t } = useTranslation();
  const { topic, text, customerId, customerName, survey, on } = voice;
  return (
    <li>
      <p className={isShort ? classes.saidShort : classes.said}>{text}</p>
      <p className={classes.saidBy}>
        {survey === null ? (
          <span>{t(`complaintReport.voices.topic.${topic}`)}</span>
        ) : (
          <RowsLink
            to={answersAt(survey.id, { question: survey.questionId, month: on.slice(0, 7) })}
          >
            {t('complaintReport.voices.asked', { survey: survey.name, question: survey.question })}
          </RowsLink>
        )}
        {customerId === null ? (
          <span>{t('feedback.answer.nobody')}</span>
        ) : (
          <RowsLink to={addressOf({ customer: customerId })}>
            {customerName === null || customerName === '' ? t('customers.noName') : customerName}
          </RowsLink>
        )}
        <DateText iso={on} short />
      </p>
    </li>
  );
}
