import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SectionTabs } from '#renderer/components/section-tabs.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { type ReviewFilter, type ReviewRow, reviewFilter } from '#shared/contract/reviews.ts';
import type { ReviewId } from '#shared/ids.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { ReviewFilterBar } from './review-filter.tsx';
import { ReviewItem } from './review-item.tsx';
import classes from './reviews.module.css';
import { ReviseDialog } from './revise-dialog.tsx';

const NEXT_PAGE = 50;
const EVERY_REVIEW: ReviewFilter = reviewFilter.parse({});

type Dialog =
  | { readonly kind: 'edit'; readonly review: ReviewRow | null }
  | { readonly kind: 'revise'; readonly review: ReviewRow };

/** How many wait, and what the stars come to: as posted and now. */
function useLead(summary: Output<'reviews.summary'> | undefined): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (summary === undefined) return '\u00a0';
  const { count, waiting, averagePosted, averageNow } = summary;
  if (count === 0) return t('review.lead.none');
  const first =
    waiting === 0 ? t('review.lead.allAnswered') : t('review.lead.waiting', { count: waiting });
  if (averagePosted === null || averageNow === null) return first;
  const posted = format.number(averagePosted, 1);
  const now = format.number(averageNow, 1);
  const stars =
    posted === now
      ? t('review.lead.averageSame', { now })
      : t('review.lead.average', { posted, now });
  return `${first} ${stars}`;
}

interface NothingProps {
  readonly filter: ReviewFilter;
  readonly isEmpty: boolean;
  onAdd(): void;
  onClear(): void;
}

function Nothing({ filter, isEmpty, onAdd, onClear }: NothingProps) {
  const { t } = useTranslation();
  if (isEmpty)
    return (
      <EmptyState title={t('review.empty.title')} text={t('review.empty.text')}>
        <Button onClick={onAdd}>{t('review.add')}</Button>
      </EmptyState>
    );
  const isAllAnswered =
    filter.only === 'waiting' && filter.platform === null && filter.search === '';
  return (
    <EmptyState
      title={t(isAllAnswered ? 'review.nothing.waitingTitle' : 'review.nothing.title')}
      text={t(isAllAnswered ? 'review.nothing.waitingText' : 'review.nothing.text')}
    >
      <Button onClick={onClear}>{t('review.nothing.clear')}</Button>
    </EmptyState>
  );
}

interface ListProps {
  readonly filter: ReviewFilter;
  readonly isEmpty: boolean;
  readonly answering: ReviewId | null;
  onAnswer(review: ReviewId | null): void;
  onOpen(dialog: Dialog): void;
  onClear(): void;
}

function ReviewList(props: ListProps) {
  const { filter, isEmpty, answering, onAnswer, onOpen, onClear } = props;
  const { t } = useTranslation();
  const pages = usePages('reviews.list', { filter }, NEXT_PAGE);
  if (pages.error !== null) return <ErrorState error={pages.error.error} onRetry={pages.retry} />;
  if (pages.isPending) return null;
  if (pages.rows.length === 0)
    return (
      <Nothing
        filter={filter}
        isEmpty={isEmpty}
        onAdd={() => onOpen({ kind: 'edit', review: null })}
        onClear={onClear}
      />
    );
  return (
    <>
      <ul className={classes.list} aria-label={t('review.list')}>
        {pages.rows.map((review) => (
          <ReviewItem
            key={review.id}
            review={review}
            isAnswering={answering === review.id}
            onAnswer={(isOpen) => onAnswer(isOpen ? review.id : null)}
            onEdit={() => onOpen({ kind: 'edit', review })}
            onRevise={() => onOpen({ kind: 'revise', review })}
          />
        ))}
      </ul>
      {pages.hasMore && (
        <Button loading={pages.isLoadingMore} onClick={pages.loadMore}>
          {t('review.more')}
        </Button>
      )}
    </>
  );
}

/** The register of public reviews: kept, answered, followed up. */
export function ReviewsPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(EVERY_REVIEW);
  /** Makes the search box anew when the filters are taken off. */
  const [round, setRound] = useState(0);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [answering, setAnswering] = useState<ReviewId | null>(null);
  const { data: summary } = useQuery('reviews.summary', {});
  const lead = useLead(summary);
  const isEmpty = summary?.count === 0;
  const close = () => setDialog(null);
  const clear = () => {
    setFilter(EVERY_REVIEW);
    setRound(round + 1);
  };
  return (
    <article>
      <PageHeader
        title={t('review.title')}
        lead={lead}
        actions={
          isEmpty ? undefined : (
            <Button
              // While a reply is written, sending it is the one thing to do.
              variant={answering === null ? 'filled' : 'default'}
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
              onClick={() => setDialog({ kind: 'edit', review: null })}
            >
              {t('review.add')}
            </Button>
          )
        }
      />
      <SectionTabs />
      {!isEmpty && (
        <ReviewFilterBar
          key={round}
          filter={filter}
          summary={summary}
          onChange={(part) => setFilter((before) => ({ ...before, ...part }))}
        />
      )}
      <ReviewList
        filter={filter}
        isEmpty={isEmpty}
        answering={answering}
        onAnswer={setAnswering}
        onOpen={setDialog}
        onClear={clear}
      />
      {dialog?.kind === 'edit' && <ReviewDialog review={dialog.review} onClose={close} />}
      {dialog?.kind === 'revise' && <ReviseDialog review={dialog.review} onClose={close} />}
    </article>
  );
}
