import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ReviewRow } from '#shared/contract/reviews.ts';
import { ReviewMenu } from './review-menu.tsx';
import classes from './reviews.module.css';

/** What a review leads to: a complaint, or the asking for new stars. */
function useReviewSteps({ id, customerName }: ReviewRow) {
  const { t } = useTranslation();
  const complain = useCommand('reviews.complain');
  const ask = useCommand('reviews.askRevision');
  const { sayError } = useUndo();
  return {
    complain: async () => {
      const result = await complain.run({ id }, t('review.said.complained'));
      if (!result.ok) sayError(result.error);
    },
    isComplaining: complain.isRunning,
    ask: async () => {
      const said =
        customerName === null
          ? t('review.said.askedUnknown')
          : t('review.said.asked', { name: customerName });
      const result = await ask.run({ id }, said);
      if (!result.ok) sayError(result.error);
    },
    isAsking: ask.isRunning,
  };
}

interface AnswerProps {
  readonly review: ReviewRow;
  readonly isAnswering: boolean;
  /** The element that says whose review it is. */
  readonly titleId: string;
  onAnswer(isOpen: boolean): void;
}

function AnswerButton({ review, isAnswering, titleId, onAnswer }: AnswerProps) {
  const { t } = useTranslation();
  const isFirst = review.answeredAt === null;
  const word = isAnswering ? 'closeAnswer' : isFirst ? 'answer' : 'answerAgain';
  return (
    <Button
      size="xs"
      variant={isFirst ? 'default' : 'subtle'}
      aria-expanded={isAnswering}
      aria-describedby={titleId}
      onClick={() => onAnswer(!isAnswering)}
    >
      {t(`review.do.${word}`)}
    </Button>
  );
}

interface Props extends AnswerProps {
  onEdit(): void;
  onRevise(): void;
}

/** What to do next; what is seldom done stands in the menu. */
export function ReviewActions(props: Props) {
  const { review, titleId, onEdit, onRevise } = props;
  const { t } = useTranslation();
  const steps = useReviewSteps(review);
  const stars = review.revisedRating ?? review.facts.rating;
  const isPraise = stars !== null && stars >= 4;
  const canComplain = review.complaintId === null;
  const complain = () => void steps.complain();
  return (
    <div className={classes.actions}>
      <AnswerButton {...props} />
      {canComplain && !isPraise && (
        <Button
          size="xs"
          variant="subtle"
          aria-describedby={titleId}
          loading={steps.isComplaining}
          onClick={complain}
        >
          {t('review.do.complain')}
        </Button>
      )}
      {review.canAskRevision && (
        <Button
          size="xs"
          aria-describedby={titleId}
          loading={steps.isAsking}
          onClick={() => void steps.ask()}
        >
          {t('review.do.ask')}
        </Button>
      )}
      <span className={classes.end}>
        <ReviewMenu
          review={review}
          onComplain={isPraise && canComplain ? complain : null}
          onEdit={onEdit}
          onRevise={onRevise}
        />
      </span>
    </div>
  );
}
