import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import classes from './reviews.module.css';

const STAR = 'M6 .6 7.6 4l3.8.5-2.8 2.6.7 3.8L6 9.1 2.7 10.9l.7-3.8L.6 4.5 4.4 4z';

interface Props {
  /** As they are now; null: the place has none. */
  readonly rating: number | null;
  /** As they were posted, where they are others now. */
  readonly was?: number | null;
}

/** Stars as shapes and in words. */
export function ReviewStars({ rating, was = null }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rating === null) return <span className={classes.quiet}>{t('review.noStars')}</span>;
  return (
    <span className={classes.stars} data-bad={rating <= 2 || undefined}>
      <svg viewBox="0 0 62 12" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((star) => (
          <path
            key={star}
            d={STAR}
            data-on={star <= rating || undefined}
            transform={`translate(${(star - 1) * 12.5} 0)`}
          />
        ))}
      </svg>
      <span>{t('review.stars', { count: rating })}</span>
      {was !== null && was !== rating && (
        <span className={classes.quiet}>{t('review.starsWas', { was: format.number(was) })}</span>
      )}
    </span>
  );
}
