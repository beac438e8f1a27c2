import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '#renderer/base/lists.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ListRows } from '#renderer/components/list/list-rows.tsx';
import { useFilter } from '#renderer/components/list/use-filter.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SectionTabs } from '#renderer/components/section-tabs.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ReviewRow } from '#shared/contract/reviews.ts';
import type { ReviewId } from '#shared/ids.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { type ReviewChoice, ReviewFilters } from './review-filter.tsx';
import { ReviewItem } from './review-item.tsx';
import classes from './reviews.module.css';
import { ReviseDialog } from './revise-dialog.tsx';

const NEXT_PAGE = 50;

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
  readonly choice: ReviewChoice;
  readonly isEmpty: boolean;
  onAdd(): void;
}

function Nothing({ choice, isEmpty, onAdd }: NothingProps) {
  const { t } = useTranslation();
  if (isEmpty)
    return (
      <EmptyState title={t('review.empty.title')} text={t('review.empty.text')}>
        <Button onClick={onAdd}>{t('review.add')}</Button>
      </EmptyState>
    );
  const isAllAnswered = choice.address === lists.reviews.showing({ only: 'waiting' });
  return (
    <EmptyState
      title={t(isAllAnswered ? 'review.nothing.waitingTitle' : 'review.nothing.title')}
      text={t(isAllAnswered ? 'review.nothing.waitingText' : 'review.nothing.text')}
    >
      <Button onClick={() => choice.showOnly({})}>{t('review.nothing.clear')}</Button>
    </EmptyState>
  );
}

interface ListProps {
  readonly choice: ReviewChoice;
  readonly isEmpty: boolean;
  readonly answering: ReviewId | null;
  onAnswer(review: ReviewId | null): void;
  onOpen(dialog: Dialog): void;
}

function ReviewList({ choice, isEmpty, answering, onAnswer, onOpen }: ListProps) {
  const { t } = useTranslation();
  const pages = usePages('reviews.list', { filter: choice.filter }, NEXT_PAGE);
  const add = () => onOpen({ kind: 'edit', review: null });
  return (
    <ListRows
      pages={pages}
      nothing={<Nothing choice={choice} isEmpty={isEmpty} onAdd={add} />}
      more={
        <Button loading={pages.isLoadingMore} onClick={pages.loadMore}>
          {t('review.more')}
        </Button>
      }
    >
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
    </ListRows>
  );
}

/** The register of public reviews: kept, answered, followed up. */
export function ReviewsPage() {
  const { t } = useTranslation();
  const choice = useFilter(lists.reviews);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [answering, setAnswering] = useState<ReviewId | null>(null);
  const { data: summary } = useQuery('reviews.summary', {});
  const lead = useLead(summary);
  const isEmpty = summary?.count === 0;
  const close = () => setDialog(null);
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
      {!isEmpty && <ReviewFilters choice={choice} summary={summary} />}
      <ReviewList
        choice={choice}
        isEmpty={isEmpty}
        answering={answering}
        onAnswer={setAnswering}
        onOpen={setDialog}
      />
      {dialog?.kind === 'edit' && <ReviewDialog review={dialog.review} onClose={close} />}
      {dialog?.kind === 'revise' && <ReviseDialog review={dialog.review} onClose={close} />}
    </article>
  );
}
