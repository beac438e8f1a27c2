import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { SurveyFacts, SurveyQuestion, SurveyRow } from '#shared/contract/feedback/shapes.ts';
import { newQuestion } from './examples.ts';

/** A question with a key of its own while it is moved about. */
interface Held {
  readonly key: number;
  readonly question: SurveyQuestion;
}

/** What is still missing before it can be saved; null: nothing. */
function missing(facts: SurveyFacts): 'name' | 'none' | 'question' | null {
  if (facts.name.trim() === '') return 'name';
  if (facts.questions.length === 0) return 'none';
  return facts.questions.some(({ text }) => text.trim() === '') ? 'question' : null;
}

function tidy(facts: SurveyFacts): SurveyFacts {
  const questions = facts.questions.map((question) => ({
    ...question,
    text: question.text.trim(),
    choices: question.choices.map((one) => one.trim()).filter((one) => one !== ''),
  }));
  return { ...facts, name: facts.name.trim(), questions };
}

function useQuestions(first: readonly SurveyQuestion[]) {
  const [held, setHeld] = useState<readonly Held[]>(() =>
    first.map((question, key) => ({ key, question })),
  );
  const [next, setNext] = useState(first.length);
  return {
    held,
    add: () => {
      setHeld([...held, { key: next, question: newQuestion('stars') }]);
      setNext(next + 1);
    },
    change: (key: number, part: Partial<SurveyQuestion>) =>
      setHeld((now) =>
        now.map((one) =>
          one.key === key ? { ...one, question: { ...one.question, ...part } } : one,
        ),
      ),
    drop: (key: number) => setHeld((now) => now.filter((one) => one.key !== key)),
    /** One place up (-1) or down (1). */
    move: (key: number, by: -1 | 1) =>
      setHeld((now) => {
        const at = now.findIndex((one) => one.key === key);
        const [one, other] = [now[at], now[at + by]];
        if (one === undefined || other === undefined) return now;
        return now.with(at, other).with(at + by, one);
      }),
  };
}

/** A survey while it is being written: `stored` null for a new one, `first` what it begins with. */
export function useSurveyForm(stored: SurveyRow | null, first: SurveyFacts) {
  const { t } = useTranslation();
  const go = useGo();
  /** As it was when the form was opened: what somebody else writes meanwhile is never overwritten. */
  const [expected] = useState(first);
  const [words, setWords] = useState(first);
  const questions = useQuestions(first.questions);
  const create = useCommand('feedback.create');
  const update = useCommand('feedback.update');
  const facts = { ...words, questions: questions.held.map(({ question }) => question) };
  return {
    facts,
    questions,
    change: (part: Partial<Omit<SurveyFacts, 'questions'>>) =>
      setWords((now) => ({ ...now, ...part })),
    missing: missing(facts),
    save: async () => {
      const given = tidy(facts);
      const said = t('feedback.form.saved', { name: given.name });
      const saved =
        stored === null
          ? await create.run({ facts: given }, said)
          : await update.run({ id: stored.id, expected, facts: given }, said);
      if (saved.ok) go({ survey: saved.value.id });
    },
    error: create.error ?? update.error,
    isRunning: create.isRunning || update.isRunning,
  };
}

export type SurveyForming = ReturnType<typeof useSurveyForm>;
