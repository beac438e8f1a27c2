import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { AnswerRow, SurveyRow } from '#shared/contract/feedback/shapes.ts';
import { isBad } from '#shared/domain/feedback/bad-answer.ts';
import { useAnswerText } from '../answer-text.ts';
import { ComplainButton } from '../complain-button.tsx';
import classes from '../feedback.module.css';
import type { useComplain } from '../use-complain.ts';

interface LineProps {
  readonly survey: SurveyRow;
  readonly row: AnswerRow;
  /** The key makes this one a complaint. */
  readonly hasKey: boolean;
  readonly complaining: ReturnType<typeof useComplain>;
  onFocus(): void;
}

function Acts({ survey, row, hasKey, complaining }: Omit<LineProps, 'onFocus'>) {
  const { t } = useTranslation();
  const go = useGo();
  const drop = useCommand('feedback.dropAnswer');
  const { sayError } = useUndo();
  const { id, facts, complaintId, complaintNumber } = row;
  const remove = async () => {
    const result = await drop.run({ id }, t('feedback.answer.dropped'));
    if (!result.ok) sayError(result.error);
  };
  return (
    <div className={classes.acts}>
      {complaintId !== null && (
        <Link href={addressOf({ complaint: complaintId })}>{complaintNumber}</Link>
      )}
      {complaintId === null && facts.outcome === 'answered' && (
        <ComplainButton
          hasKey={hasKey}
          isRunning={complaining.isRunning}
          onClick={() => void complaining.complain(id)}
        />
      )}
      <Button
        size="xs"
        variant="subtle"
        onClick={() => go(`/feedback/${survey.id}/entry?answer=${id}`)}
      >
        {t('feedback.form.edit')}
      </Button>
      <Button size="xs" variant="subtle" disabled={drop.isRunning} onClick={() => void remove()}>
        {t('feedback.remove')}
      </Button>
    </div>
  );
}

/** Who it was, by which way and when, and whether it is a bad one. */
function Who({ survey, row }: Pick<LineProps, 'survey' | 'row'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { facts, customerName } = row;
  const { customerId, way, outcome, answeredOn, values } = facts;
  return (
    <div className={classes.said}>
      {customerName === null || customerId === null ? (
        <b>{t('feedback.answer.nobody')}</b>
      ) : (
        <Link href={addressOf({ customer: customerId })}>
          <b>{customerName}</b>
        </Link>
      )}
      <span className={classes.quiet}>
        {`${t(`feedback.way.${way}`)}, ${format.date(answeredOn, true)}`}
      </span>
      {outcome === 'answered' && isBad(survey.questions, values) && (
        <StatusBadge kind="due">{t('feedback.answer.bad')}</StatusBadge>
      )}
    </div>
  );
}

/** One that was asked, with what they said. */
export function AnswerLine({ onFocus, ...props }: LineProps) {
  const { survey, row } = props;
  const { t } = useTranslation();
  const textOf = useAnswerText();
  const { outcome, values } = row.facts;
  return (
    <li className={classes.answer} onFocus={onFocus}>
      <Who survey={survey} row={row} />
      {outcome === 'answered' ? (
        <dl className={classes.counts}>
          {survey.questions.map((question) => {
            const text = textOf(
              question,
              values.find(({ questionId }) => questionId === question.id),
            );
            return text === null ? null : (
              <div key={question.id}>
                <dt>{question.text}</dt>
                <dd>{text}</dd>
              </div>
            );
          })}
        </dl>
      ) : (
        <span>{t(`feedback.outcome.${outcome}`)}</span>
      )}
      <Acts {...props} />
    </li>
  );
}
