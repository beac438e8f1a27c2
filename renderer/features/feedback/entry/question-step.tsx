import { Button, Kbd, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { longestWords, type StoredQuestion } from '#shared/contract/feedback/shapes.ts';
import classes from '../feedback.module.css';
import { useChoices } from '../use-choices.ts';
import type { Entry } from './use-entry.ts';

interface Props {
  readonly question: StoredQuestion;
  readonly entry: Entry;
}

function ChoiceButtons({ question, entry }: Props) {
  const choices = useChoices(question);
  const { value, way } = entry;
  const isSpoken = question.kind === 'yesNo' || question.kind === 'choice';
  return (
    <fieldset className={classes.answers} aria-label={question.text}>
      {choices.map(({ number, label, key }) => (
        <Button
          key={key}
          variant={value?.number === number ? 'filled' : 'default'}
          aria-pressed={value?.number === number}
          rightSection={isSpoken ? <Kbd size="xs">{key}</Kbd> : undefined}
          onClick={() => {
            entry.set(question.id, { number, words: '' });
            if (way === 'paper') entry.next();
          }}
        >
          {label}
        </Button>
      ))}
    </fieldset>
  );
}

/** One question and what can be answered; nothing answered passes it over. */
export function QuestionStep({ question, entry }: Props) {
  const { t } = useTranslation();
  if (question.kind !== 'words')
    return (
      <>
        <h3 className={classes.spoken}>{question.text}</h3>
        <ChoiceButtons question={question} entry={entry} />
      </>
    );
  return (
    <Textarea
      data-autofocus
      autoFocus
      label={<span className={classes.spoken}>{question.text}</span>}
      description={t('feedback.entry.wordsHint')}
      autosize
      minRows={3}
      maxRows={10}
      maxLength={longestWords}
      value={entry.value?.words ?? ''}
      onChange={(event) =>
        entry.set(question.id, { number: null, words: event.currentTarget.value })
      }
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        entry.next();
      }}
    />
  );
}
