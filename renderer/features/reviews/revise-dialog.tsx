import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { ReviewRow } from '#shared/contract/reviews.ts';
import { nameOf } from './review-name.ts';
import classes from './reviews.module.css';
import { StarChoice } from './star-choice.tsx';

interface Props {
  readonly review: ReviewRow;
  onClose(): void;
}

/** The reviewer changed the review: since when, and how many stars now. */
export function ReviseDialog({ review, onClose }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { facts } = review;
  const [revisedOn, setRevisedOn] = useState(review.revisedOn ?? today);
  const [rating, setRating] = useState(review.revisedRating ?? facts.rating);
  const { run, isRunning, error } = useCommand('reviews.revised');
  const save = async () => {
    const result = await run({ id: review.id, revisedOn, rating }, t('review.said.revised'));
    if (result.ok) onClose();
  };
  const stars =
    facts.rating === null ? t('review.noStars') : t('review.stars', { count: facts.rating });
  return (
    <Dialog title={t('review.revise.title')} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className={classes.lead}>
          {t('review.revise.lead', { name: nameOf(review, t('review.anonymous')), stars })}
        </p>
        <StarChoice label={t('review.revise.rating')} value={rating} onChange={setRating} />
        <DayField
          label={t('review.revise.on')}
          minDate={facts.postedOn}
          maxDate={today}
          value={revisedOn}
          onChange={(day) => day !== null && setRevisedOn(day)}
        />
        <FormFoot
          save={t('review.revise.save')}
          error={error}
          isRunning={isRunning}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
