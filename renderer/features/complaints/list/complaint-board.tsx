import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { ClockSign } from '#renderer/components/complaint-clock.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useComplaintList } from '#renderer/state/complaint-list.ts';
import type { ComplaintRow } from '#shared/contract/complaints-page.ts';
import type { Output } from '#shared/contract/index.ts';
import { SeveritySign, StateSign } from '../signs.tsx';
import { useEveryMinute } from '../use-every-minute.ts';
import { useWhose } from './cells.tsx';
import classes from './complaint-board.module.css';
import type { ComplaintChoice } from './use-complaints.ts';

type Column = Output<'complaints.board'>[number];

function Card({ row }: { readonly row: ComplaintRow }) {
  const { t } = useTranslation();
  const whose = useWhose();
  return (
    <li>
      <Link href={addressOf({ complaint: row.id })} className={classes.card}>
        <b>{row.title}</b>
        <span className={classes.second}>{whose(row)}</span>
        <span className={classes.signs}>
          <SeveritySign severity={row.severity} />
          {row.cameBack && <StatusBadge kind="wrong">{t('complaint.row.cameBack')}</StatusBadge>}
          {row.clock !== null && <ClockSign clock={row.clock} />}
        </span>
      </Link>
    </li>
  );
}

interface ColumnProps {
  readonly column: Column;
  onMore(): void;
}

function BoardColumn({ column, onMore }: ColumnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, count, rows } = column;
  const more = count - rows.length;
  return (
    <section className={classes.column} aria-label={t(`complaint.state.${state}`)} data-column>
      <h2 className={classes.head}>
        <StateSign state={state} />
        <span className={classes.count}>{format.number(count)}</span>
      </h2>
      <ul className={classes.cards}>
        {rows.map((row) => (
          <Card key={row.id} row={row} />
        ))}
        {rows.length === 0 && <li className={classes.empty}>{t('complaint.board.empty')}</li>}
        {more > 0 && (
          <li>
            <button type="button" className={classes.more} onClick={onMore}>
              {t('complaint.board.more', { count: more })}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

function cardsOf(column: Element | undefined): readonly HTMLElement[] {
  return column === undefined ? [] : [...column.querySelectorAll<HTMLElement>('a, button')];
}

/** The card an arrow leads to: up and down in a column, left and right to the next that has cards. */
function neighbour(board: Element, key: string): HTMLElement | undefined {
  const columns = [...board.querySelectorAll('[data-column]')];
  const at = columns.findIndex((one) => one.contains(document.activeElement));
  const own = cardsOf(columns[at]);
  const { activeElement } = document;
  const row = activeElement instanceof HTMLElement ? own.indexOf(activeElement) : -1;
  if (at < 0 || row < 0) return cardsOf(columns.find((one) => cardsOf(one).length > 0))[0];
  if (key === 'ArrowDown') return own[row + 1];
  if (key === 'ArrowUp') return own[row - 1];
  const step = key === 'ArrowRight' ? 1 : -1;
  for (let next = at + step; columns[next] !== undefined; next += step) {
    const cards = cardsOf(columns[next]);
    if (cards.length > 0) return cards[Math.min(row, cards.length - 1)];
  }
  return undefined;
}

interface Props {
  readonly choice: ComplaintChoice;
  readonly focusRef: RefObject<HTMLDivElement | null>;
}

/** One column a stage; a card moves by being opened, for every step needs its words. */
export function ComplaintBoard({ choice, focusRef }: Props) {
  const { t } = useTranslation();
  const setView = useComplaintList((state) => state.setView);
  const board = useRef<HTMLDivElement>(null);
  const { data, error, refetch, isPlaceholderData } = useQuery(
    'complaints.board',
    { filter: choice.filter, limit: 20 },
    { keepPrevious: true },
  );
  useEveryMinute(() => void refetch());
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.key.startsWith('Arrow') || board.current === null) return;
    const to = neighbour(board.current, event.key);
    to?.focus();
    to?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of columns, not of form fields
    <div
      ref={(node) => {
        board.current = node;
        focusRef.current = node;
      }}
      className={classes.board}
      role="group"
      tabIndex={-1}
      aria-label={t('complaint.board.label')}
      data-stale={isPlaceholderData || undefined}
      onKeyDown={onKeyDown}
    >
      {data?.map((column) => (
        <BoardColumn
          key={column.state}
          column={column}
          onMore={() => {
            choice.setFilter({ states: [column.state] });
            setView('list');
          }}
        />
      ))}
    </div>
  );
}
