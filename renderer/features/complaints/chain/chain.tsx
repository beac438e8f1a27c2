import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useWhen } from '#renderer/components/use-when.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { complaintState } from '#shared/contract/complaints-facts.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { AnswerStep } from './answer-step.tsx';
import { CauseStep } from './cause-step.tsx';
import classes from './chain.module.css';
import { ChangeStep, useRequiredText } from './change-step.tsx';
import { CheckStep } from './check-step.tsx';
import { type Correctable, CorrectDialog } from './correct-dialog.tsx';
import { Answered, Compensations, Diagnosed, Happened, Improved, Resolved } from './done-steps.tsx';
import { SolutionStep } from './solution-step.tsx';
import { type Phase, Step } from './step.tsx';
import { isClosedUnwaited, Verdicts } from './verdicts.tsx';

interface Props {
  readonly page: ComplaintPage;
}

const SOLUTION = 4;

/** The step that is in our hands, counted from one; past the last where the chain is closed. */
function currentStep({ state }: ComplaintPage): number {
  return complaintState.options.indexOf(state) + 2;
}

/** Moves the keyboard to the question that came into our hands, when it was in the one before. */
function useFocusOnNext(current: string) {
  const list = useRef<HTMLDivElement>(null);
  const shown = useRef(current);
  useEffect(() => {
    if (shown.current === current) return;
    shown.current = current;
    const { activeElement, body } = document;
    const isOurs = activeElement === body || list.current?.contains(activeElement) === true;
    if (!isOurs) return;
    const now = list.current?.querySelector('[aria-current="step"]');
    const field = now?.querySelector<HTMLElement>(
      'textarea:not([aria-hidden], [tabindex="-1"]), input:not([type="hidden"], [type="radio"])',
    );
    const first = field ?? now?.querySelector<HTMLElement>('button') ?? list.current;
    first?.focus();
  }, [current]);
  return list;
}

/** What a step that is still to come says about itself. */
function Later({ page, step }: Props & { readonly step: 2 | 3 | 4 | 5 | 6 }) {
  const { t } = useTranslation();
  const { sameCauseDays } = useSettings().settings;
  const required = useRequiredText(page);
  const texts = {
    2: t('complaint.answer.later'),
    3: t('complaint.cause.later'),
    4: t('complaint.solution.later'),
    5: [t('complaint.change.later'), required].filter((one) => one !== null).join(' '),
    6: t('complaint.check.later', { count: sameCauseDays, days: sameCauseDays }),
  };
  return <p className={classes.later}>{texts[step]}</p>;
}

function FirstSteps({ page, phaseOf, onCorrect }: StepsProps) {
  const { t } = useTranslation();
  const when = useWhen();
  const { facts, answeredAt, diagnosedAt } = page;
  const heard = t('complaint.happened.by', {
    when: when.full(facts.receivedAt, facts.hasTime),
    channel: t(`timeline.channel.${facts.channel}`),
  });
  const answer = phaseOf(2);
  const cause = phaseOf(3);
  return (
    <>
      <Step number={1} title={t('complaint.happened.title')} phase="done" when={heard}>
        <Happened page={page} />
      </Step>
      <Step
        number={2}
        title={t('complaint.answer.title')}
        phase={answer}
        when={answeredAt === null ? null : when.full(answeredAt)}
        {...onCorrect('answer', page.answer)}
      >
        {answer === 'now' && <AnswerStep page={page} />}
        {answer === 'done' && <Answered page={page} />}
        {answer === 'next' && <Later page={page} step={2} />}
      </Step>
      <Step
        number={3}
        title={t('complaint.cause.title')}
        phase={cause}
        when={diagnosedAt === null ? null : when.full(diagnosedAt)}
        {...onCorrect('cause', page.cause)}
      >
        {cause === 'now' && <CauseStep page={page} />}
        {cause === 'done' && <Diagnosed page={page} />}
        {cause === 'next' && <Later page={page} step={3} />}
      </Step>
    </>
  );
}

interface StepsProps extends Props {
  phaseOf(step: number): Phase;
  onCorrect(what: Correctable, text: string | null): { onCorrect?: () => void };
  setReplying(isReplying: boolean): void;
}

function LastSteps({ page, phaseOf, onCorrect, setReplying }: StepsProps) {
  const { t } = useTranslation();
  const when = useWhen();
  const { resolvedAt, closedAt, events } = page;
  const solution = phaseOf(4);
  const change = phaseOf(5);
  const check = phaseOf(6);
  const improvedAt = events.findLast(({ move }) => move === 'improve')?.at ?? null;
  return (
    <>
      <Step
        number={4}
        title={t('complaint.solution.title')}
        phase={solution}
        when={resolvedAt === null ? null : when.full(resolvedAt)}
        {...onCorrect('solution', page.solution)}
      >
        {page.state !== 'resolved' && solution !== 'done' && <Compensations page={page} />}
        {solution === 'now' && <SolutionStep page={page} setReplying={setReplying} />}
        {solution === 'done' && <Resolved page={page} />}
        {solution === 'next' && <Later page={page} step={4} />}
      </Step>
      <Step
        number={5}
        title={t('complaint.change.title')}
        phase={change}
        when={improvedAt === null ? null : when.full(improvedAt)}
      >
        {(change === 'done' || page.actions.length > 0) && <Improved page={page} />}
        {change === 'now' && <ChangeStep page={page} />}
        {change === 'next' && <Later page={page} step={5} />}
      </Step>
      <Step
        number={6}
        title={t('complaint.check.title')}
        phase={check}
        when={closedAt === null ? null : when.full(closedAt)}
      >
        {(check === 'done' || page.actions.some(({ verdict }) => verdict !== null)) && (
          <Verdicts page={page} />
        )}
        {check === 'now' && <CheckStep page={page} />}
        {check === 'next' && <Later page={page} step={6} />}
      </Step>
    </>
  );
}

/** The six steps from top to bottom: what is behind us, the one in our hands, what is to come. */
export function Chain({ page }: Props) {
  const { t } = useTranslation();
  // The solution is saved, its reply not sent yet: one thing after the other.
  const [isReplying, setReplying] = useState(false);
  const current = isReplying ? SOLUTION : currentStep(page);
  const settled = page.actions.filter(({ doneOn }) => doneOn !== null).length;
  const list = useFocusOnNext(`${current} ${settled}`);
  const [correcting, setCorrecting] = useState<Correctable | null>(null);
  const isGone = page.deletedAt !== null;
  const hasWords = !isGone && page.customer?.isErased !== true;
  const isUnwaited = isClosedUnwaited(page);
  const steps = {
    page,
    setReplying,
    phaseOf: (step: number): Phase =>
      step < current ? 'done' : step === current && !isGone ? 'now' : 'next',
    onCorrect: (what: Correctable, text: string | null) =>
      text === null || !hasWords ? {} : { onCorrect: () => setCorrecting(what) },
  };
  return (
    <div ref={list} className={classes.chain} tabIndex={-1}>
      {page.state === 'closed' && (
        <p className={classes.closed} role="status" data-unwaited={isUnwaited}>
          <Sign kind={isUnwaited ? 'waiting' : 'good'} />
          {t(isUnwaited ? 'complaint.page.closedUnwaited' : 'complaint.page.closed')}
        </p>
      )}
      <ol aria-label={t('complaint.page.chain')}>
        <FirstSteps {...steps} />
        <LastSteps {...steps} />
      </ol>
      {correcting !== null && (
        <CorrectDialog page={page} what={correcting} onClose={() => setCorrecting(null)} />
      )}
    </div>
  );
}
