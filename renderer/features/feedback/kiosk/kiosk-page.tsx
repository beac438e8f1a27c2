import { Button, Textarea, useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorText } from '#renderer/base/error-text.ts';
import { setLanguage } from '#renderer/base/i18n.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { longestWords, type StoredQuestion } from '#shared/contract/feedback/shapes.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SurveyId } from '#shared/ids.ts';
import { useChoices } from '../use-choices.ts';
import classes from './kiosk.module.css';
import { LeaveForm } from './leave-form.tsx';
import { useIdle } from './use-idle.ts';
import { useSwallowedKeys } from './use-swallowed-keys.ts';

type Kiosk = NonNullable<Output<'feedback.kiosk'>>;
type Given = ReadonlyMap<number, { readonly number: number | null; readonly words: string }>;

/** Seconds after which a visitor who left is forgotten, and the thanks make room for the next. */
const idleSeconds = 60;
const thanksSeconds = 8;

interface VisitProps {
  readonly kiosk: Kiosk;
  readonly surveyId: SurveyId;
  onIdle(): void;
}

interface StepProps {
  readonly question: StoredQuestion;
  readonly words: string;
  onGive(value: { number: number | null; words: string }, isLast: boolean): void;
}

function Choices({ question, onGive }: StepProps) {
  const choices = useChoices(question);
  return (
    <fieldset className={classes.answers} aria-label={question.text}>
      {choices.map(({ number, label }) => (
        <Button key={number} onClick={() => onGive({ number, words: '' }, true)}>
          {label}
        </Button>
      ))}
    </fieldset>
  );
}

function Step(props: StepProps) {
  const { question, words, onGive } = props;
  return (
    <>
      <h1>{question.text}</h1>
      {question.kind === 'words' ? (
        <Textarea
          className={classes.words}
          aria-label={question.text}
          autosize
          minRows={4}
          maxRows={8}
          maxLength={longestWords}
          value={words}
          onChange={(event) => onGive({ number: null, words: event.currentTarget.value }, false)}
        />
      ) : (
        <Choices {...props} />
      )}
    </>
  );
}

/** What a visitor has said so far; kept only until it is sent, or nobody is there any more. */
function useVisitor({ kiosk: { questions, today }, surveyId }: Omit<VisitProps, 'onIdle'>) {
  const [at, setAt] = useState(0);
  const [given, setGiven] = useState<Given>(new Map());
  const [isThanked, setThanked] = useState(false);
  const answer = useCommand('feedback.answer');
  const begin = () => {
    setAt(0);
    setGiven(new Map());
    setThanked(false);
    answer.clearError();
  };
  const send = async (said: Given) => {
    const values = [...said].map(([questionId, value]) => ({ questionId, ...value }));
    if (values.length === 0) return begin();
    const facts = { way: 'kiosk' as const, answeredOn: today, values };
    const sent = await answer.run({ surveyId, facts });
    if (sent.ok) setThanked(true);
  };
  const goOn = (said: Given) => {
    if (at + 1 < questions.length) setAt(at + 1);
    else void send(said);
  };
  return {
    ...{ at, given, isThanked, begin, error: answer.error, isRunning: answer.isRunning },
    back: () => setAt(Math.max(0, at - 1)),
    next: () => goOn(given),
    give: (id: number, value: { number: number | null; words: string }, isLast: boolean) => {
      const after = new Map(given);
      if (value.number === null && value.words === '') after.delete(id);
      else after.set(id, value);
      setGiven(after);
      if (isLast) goOn(after);
    },
  };
}

function Thanks({ text, onNext }: { readonly text: string; onNext(): void }) {
  const { t } = useTranslation();
  useIdle(thanksSeconds, onNext);
  return (
    <>
      <div role="status">
        <h1>{text === '' ? t('feedback.kiosk.thanks') : text}</h1>
      </div>
      <Button onClick={onNext}>{t('feedback.kiosk.again')}</Button>
    </>
  );
}

/** Everything is asked from the first question on again once nobody is there. */
function Visit({ kiosk, surveyId, onIdle }: VisitProps) {
  const { t } = useTranslation();
  const visitor = useVisitor({ kiosk, surveyId });
  const { at, given, isThanked, error } = visitor;
  useIdle(idleSeconds, onIdle);
  const question = kiosk.questions[at];
  if (isThanked) return <Thanks text={kiosk.thanks} onNext={visitor.begin} />;
  if (question === undefined) return <h1>{t('feedback.kiosk.nothing')}</h1>;
  const isLast = at + 1 === kiosk.questions.length;
  const isSaid = given.has(question.id);
  return (
    <>
      {at === 0 && kiosk.intro !== '' && <p className={classes.intro}>{kiosk.intro}</p>}
      <Step
        key={question.id}
        question={question}
        words={given.get(question.id)?.words ?? ''}
        onGive={(value, goesOn) => visitor.give(question.id, value, goesOn)}
      />
      {error !== null && <p role="alert">{errorText(t, error).text}</p>}
      <div className={classes.acts}>
        {at > 0 && <Button onClick={visitor.back}>{t('feedback.entry.back')}</Button>}
        <Button loading={visitor.isRunning} onClick={visitor.next}>
          {t(
            isLast ? 'feedback.kiosk.send' : isSaid ? 'feedback.entry.next' : 'feedback.entry.pass',
          )}
        </Button>
      </div>
    </>
  );
}

/** What was noted for the kiosk cannot be read: it stays closed, and says what opens it. */
function Damaged({ opensBy }: Pick<Kiosk, 'opensBy'>) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('feedback.kiosk.nothing')}</h1>
      <p className={classes.intro}>
        {t(opensBy === 'nothing' ? 'feedback.kiosk.damagedNoWay' : 'feedback.kiosk.damaged')}
      </p>
    </>
  );
}

/** The whole window while the shop's screen is handed over: nothing of the shop is on it. */
export function KioskPage() {
  const { data } = useQuery('feedback.kiosk', {});
  const [visit, setVisit] = useState(0);
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const language = data?.language;
  const theme = data?.theme;
  useSwallowedKeys();
  // What was said to the owner a moment ago is not left standing.
  useEffect(() => notifications.clean(), []);
  useEffect(() => {
    if (language !== undefined) setLanguage(language);
  }, [language]);
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme, setColorScheme]);
  if (data === undefined || data === null)
    return <div className={classes.kiosk} aria-busy="true" />;
  return (
    <div className={classes.kiosk}>
      <main className={classes.middle}>
        {data.surveyId === null ? (
          <Damaged opensBy={data.opensBy} />
        ) : (
          <Visit
            key={visit}
            kiosk={data}
            surveyId={data.surveyId}
            onIdle={() => setVisit(visit + 1)}
          />
        )}
      </main>
      {data.opensBy !== 'nothing' && <LeaveForm key={`leave ${visit}`} opensBy={data.opensBy} />}
    </div>
  );
}
