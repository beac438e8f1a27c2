import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { ReplyComposer } from '#renderer/components/replies/reply-composer.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { ReviewRow } from '#shared/contract/reviews.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { ReviewActions } from './review-actions.tsx';
import { nameOf } from './review-name.ts';
import { ReviewStars } from './review-stars.tsx';
import classes from './reviews.module.css';

/** Days without an answer after which a review is late. */
const LATE_DAYS = 2;

function WaitingSign({ review }: { readonly review: ReviewRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useSettings().settings;
  const { daysWaiting, answeredAt } = review;
  if (answeredAt !== null)
    return (
      <StatusBadge kind="good">
        {t('review.answered', { date: format.date(localDay(answeredAt, timeZone), true) })}
      </StatusBadge>
    );
  if (daysWaiting === null) return null;
  return (
    <StatusBadge kind={daysWaiting > LATE_DAYS ? 'wrong' : 'due'}>
      {daysWaiting === 0
        ? t('review.waitingToday')
        : t('review.waitingDays', { span: format.span(daysWaiting) })}
    </StatusBadge>
  );
}

/** What has come of it: the complaint, the asking, the revision. */
function Traces({ review }: { readonly review: ReviewRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { complaintId, complaintNumber, revisionAskedOn, revisedOn } = review;
  if (complaintId === null && revisionAskedOn === null && revisedOn === null) return null;
  return (
    <p className={classes.traces}>
      {complaintId !== null && (
        <Link href={addressOf({ complaint: complaintId })}>
          {t('review.complaint', { number: complaintNumber ?? '' })}
        </Link>
      )}
      {revisionAskedOn !== null && (
        <span>{t('review.asked', { date: format.date(revisionAskedOn, true) })}</span>
      )}
      {revisedOn !== null && (
        <StatusBadge kind="good">
          {t('review.revised', { date: format.date(revisedOn, true) })}
        </StatusBadge>
      )}
    </p>
  );
}

function Words({ review, titleId }: { readonly review: ReviewRow; readonly titleId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { facts, customerName, answer } = review;
  const name = nameOf(review, t('review.anonymous'));
  const known = facts.customerId === null || customerName === null ? null : facts.customerId;
  return (
    <>
      <header className={classes.head}>
        <h2 id={titleId}>
          {known === null ? name : <Link href={addressOf({ customer: known })}>{name}</Link>}
        </h2>
        <span className={classes.quiet}>
          {t(`review.platform.${facts.platform}`)}, {format.date(facts.postedOn)}
        </span>
        <span className={classes.end}>
          <WaitingSign review={review} />
        </span>
      </header>
      <ReviewStars rating={review.revisedRating ?? facts.rating} was={facts.rating} />
      {facts.text === '' ? (
        <p className={classes.quiet}>{t('review.noText')}</p>
      ) : (
        <p className={classes.text}>{facts.text}</p>
      )}
      {answer !== null && (
        <div className={classes.answer}>
          <b>{t('review.answer')}</b>
          <p>{answer}</p>
        </div>
      )}
    </>
  );
}

interface Props {
  readonly review: ReviewRow;
  readonly isAnswering: boolean;
  onAnswer(isOpen: boolean): void;
  onEdit(): void;
  onRevise(): void;
}

/** One review with its answer, what it led to, and what to do next. */
export function ReviewItem(props: Props) {
  const { review, isAnswering, onAnswer } = props;
  const { id } = review;
  const titleId = `review-${id}`;
  return (
    <li className={classes.item} aria-labelledby={titleId}>
      <Words review={review} titleId={titleId} />
      <Traces review={review} />
      {isAnswering && (
        <div className={classes.composer}>
          <ReplyComposer about={{ kind: 'review', id }} takesFocus onSent={() => onAnswer(false)} />
        </div>
      )}
      <ReviewActions {...props} titleId={titleId} />
    </li>
  );
}
