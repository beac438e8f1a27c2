import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ListRows } from '#renderer/components/list/list-rows.tsx';
import { useEndless } from '#renderer/components/list/use-endless.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { TimelineItem } from '#shared/contract/interactions/interactions.ts';
import { monthOf } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import type { CustomerId } from '#shared/ids.ts';
import { HistoryList } from '../page/history-list.tsx';
import { PurchaseList } from '../page/purchase-list.tsx';
import { EditContact } from './edit-contact.tsx';
import { ItemLine } from './item-line.tsx';
import { type Happening, isHappening } from './item-words.ts';
import classes from './timeline.module.css';

const NEXT_PAGE = 50;

/**
 * What each choice of the filter shows: with `all`, whatever happened with the customer; what was
 * edited of their record stands apart. Sales and changes have lists of their own, with more to do.
 */
const SHOWN = {
  all: ['contact', 'followUp', 'sale', 'payment', 'complaint', 'claim', 'review', 'survey'],
  contact: ['contact', 'followUp'],
  sale: ['sale'],
  complaint: ['complaint', 'claim', 'review'],
  change: [],
} as const satisfies Record<string, readonly Happening['kind'][]>;
type Shown = keyof typeof SHOWN;
/** What this list itself shows. */
type Listed = Exclude<Shown, 'sale' | 'change'>;
const CHOICES = ['all', 'contact', 'sale', 'complaint', 'change'] as const;

type ContactItem = Extract<TimelineItem, { kind: 'contact' }>;

/** Items under the month they belong to, newest month first. */
function byMonth(items: readonly Happening[], timeZone: string): [string, Happening[]][] {
  const months = new Map<string, Happening[]>();
  for (const item of items) {
    const month = monthOf(localDay(item.at, timeZone));
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  return [...months];
}

function Items({ customerId, shown }: { readonly customerId: CustomerId; readonly shown: Listed }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings } = useSettings();
  const pages = usePages(
    'interactions.timeline',
    { customerId, kinds: [...SHOWN[shown]] },
    NEXT_PAGE,
  );
  const end = useEndless(pages.hasMore, pages.loadMore);
  const [edited, setEdited] = useState<ContactItem | null>(null);
  return (
    <>
      <ListRows
        pages={pages}
        nothing={<p className={classes.empty}>{t(`timeline.empty.${shown}`)}</p>}
        more={
          <p ref={end} className={classes.loading}>
            {t('timeline.loadingMore')}
          </p>
        }
      >
        {byMonth(pages.rows.filter(isHappening), settings.timeZone).map(([month, items]) => (
          <section key={month} className={classes.month}>
            <h3>{format.month(month)}</h3>
            <ol>
              {items.map((item) => (
                <ItemLine key={`${item.kind}-${item.id}`} item={item} onEdit={setEdited} />
              ))}
            </ol>
          </section>
        ))}
      </ListRows>
      {edited !== null && <EditContact item={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

/** Everything that happened with one customer, newest first. */
export function Timeline({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState<Shown>('all');
  const { data: counts } = useQuery('interactions.counts', { customerId });
  const total = SHOWN.all.reduce((sum, kind) => sum + (counts?.[kind] ?? 0), 0);
  return (
    <Card
      title={t('timeline.title')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('timeline.filter')}
          value={shown}
          onChange={setShown}
          data={CHOICES.map((value) => ({
            value,
            label:
              value === 'all' && total > 0
                ? `${t('timeline.show.all')} ${format.number(total)}`
                : t(`timeline.show.${value}`),
          }))}
        />
      }
      padded={false}
      ruled
      fills
    >
      {shown === 'sale' && <PurchaseList customerId={customerId} />}
      {shown === 'change' && <HistoryList customerId={customerId} />}
      {shown !== 'sale' && shown !== 'change' && (
        <Items key={shown} customerId={customerId} shown={shown} />
      )}
    </Card>
  );
}
