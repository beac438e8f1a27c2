import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type {
  AnswerFacts,
  AnswerRow,
  AnswerValue,
  SurveyRow,
} from '#shared/contract/feedback/shapes.ts';
import type { SurveyOutcome, SurveyWay } from '#shared/domain/vocabulary/feedback.ts';
import type { CustomerId, SurveyAnswerId } from '#shared/ids.ts';

type Given = Pick<AnswerValue, 'number' | 'words'>;

/** How many were written down just now, and the last of them. */
interface Written {
  readonly done: number;
  readonly last: SurveyAnswerId | null;
}

function useFacts(row: SurveyRow, stored: AnswerRow | null) {
  const { today } = useFormat();
  const first = stored?.facts;
  const [way, setWay] = useState<SurveyWay>(first?.way ?? 'phone');
  const [customer, setCustomer] = useState<{ id: CustomerId | null; name: string | null }>({
    id: first?.customerId ?? null,
    name: stored?.customerName ?? null,
  });
  const [day, setDay] = useState(first?.answeredOn ?? today);
  const [given, setGiven] = useState<ReadonlyMap<number, Given>>(
    new Map(first?.values.map(({ questionId, ...value }) => [questionId, value])),
  );
  const facts = (outcome: SurveyOutcome): AnswerFacts => ({
    ...{ customerId: customer.id, way, outcome, answeredOn: day },
    values: row.questions.flatMap(({ id }) => {
      const value = given.get(id);
      return value === undefined ? [] : [{ questionId: id, ...value }];
    }),
  });
  return { way, setWay, customer, setCustomer, day, setDay, given, setGiven, facts };
}

/** One answer while it is written down, question after question; `stored`: it is changed. */
export function useEntry(row: SurveyRow, stored: AnswerRow | null) {
  const { t } = useTranslation();
  const go = useGo();
  const parts = useFacts(row, stored);
  const { given, setGiven, facts } = parts;
  const [at, setAt] = useState(0);
  const [written, setWritten] = useState<Written>({ done: 0, last: null });
  const record = useCommand('feedback.answer');
  const change = useCommand('feedback.changeAnswer');
  const { questions } = row;
  const question = questions[at] ?? null;
  const next = () => setAt((now) => Math.min(questions.length, now + 1));
  const set = (id: number, value: Given | null) =>
    setGiven((now) => {
      const after = new Map(now);
      if (value === null || (value.number === null && value.words === '')) after.delete(id);
      else after.set(id, value);
      return after;
    });
  const begin = (last: SurveyAnswerId) => {
    setGiven(new Map());
    parts.setCustomer({ id: null, name: null });
    setAt(0);
    setWritten(({ done }) => ({ done: done + 1, last }));
  };
  const save = async (outcome: SurveyOutcome) => {
    if (stored !== null) {
      const input = { id: stored.id, expected: stored.facts, facts: facts(outcome) };
      const saved = await change.run(input, t('feedback.entry.saved'));
      if (saved.ok) go(`/feedback/${row.id}/answers`);
      return;
    }
    const saved = await record.run(
      { surveyId: row.id, facts: facts(outcome) },
      t(outcome === 'answered' ? 'feedback.entry.saved' : `feedback.entry.${outcome}`),
    );
    if (saved.ok) begin(saved.value.id);
  };
  return {
    ...parts,
    ...written,
    ...{ question, at, next, set, save },
    back: () => setAt((now) => Math.max(0, now - 1)),
    value: question === null ? undefined : given.get(question.id),
    isEmpty: given.size === 0,
    isRunning: record.isRunning || change.isRunning,
    error: record.error ?? change.error,
  };
}

export type Entry = ReturnType<typeof useEntry>;
