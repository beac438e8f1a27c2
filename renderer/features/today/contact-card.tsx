import { Button, SegmentedControl } from '@mantine/core';
import { IconCake, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ContactButtons, type Reached } from '#renderer/components/contact/contact-buttons.tsx';
import { SnoozeMenu } from '#renderer/components/contact/snooze-menu.tsx';
import { ListRows } from '#renderer/components/list/list-rows.tsx';
import { useFilter } from '#renderer/components/list/use-filter.ts';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { type TodayRow, todaySpan } from '#shared/contract/follow-ups.ts';
import { KeptPromises } from './kept-promises.tsx';
import { useReason } from './reason-text.ts';
import classes from './today.module.css';
import { useTodayActions } from './use-today-actions.ts';
import { WhenSign } from './when-sign.tsx';

type Span = (typeof todaySpan.options)[number];
const NEXT_PAGE = 50;

function Row({ row }: { readonly row: TodayRow }) {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const { finish, snooze, isRunning } = useTodayActions();
  const [reached, setReached] = useState<Reached | null>(null);
  const name = row.name === '' ? t('customers.noName') : row.name;
  return (
    <li className={classes.row}>
      <span className={classes.when}>
        {row.cause === 'birthday' ? (
          <span className={classes.birthday}>
            <IconCake size={14} stroke={1.75} aria-hidden="true" />
            {t('today.birthday')}
          </span>
        ) : (
          <WhenSign row={row} />
        )}
      </span>
      <span className={classes.who}>
        <span className={classes.name}>
          <Link href={addressOf({ customer: row.customerId })}>{name}</Link>
          <LayerSign layer={row.layer} />
          {row.hasOpenComplaint && <StatusBadge kind="due">{t('today.hasComplaint')}</StatusBadge>}
        </span>
        <span className={classes.reason}>{reasonOf(row)}</span>
      </span>
      <span className={classes.acts}>
        <ContactButtons phone={row.phone} name={name} onReached={setReached} />
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconCheck size={15} stroke={1.75} aria-hidden="true" />}
          aria-label={t('today.doneFor', { name })}
          disabled={isRunning}
          onClick={() => void finish(row, reached)}
        >
          {t('today.done')}
        </Button>
        <SnoozeMenu
          label={t('today.snoozeFor', { name })}
          onPick={(day) => void snooze(row, day)}
        />
      </span>
    </li>
  );
}

function Rows({ span }: { readonly span: Span }) {
  const { t } = useTranslation();
  const pages = usePages('followUps.today', { span }, NEXT_PAGE);
  return (
    <ListRows
      pages={pages}
      nothing={<p className={classes.none}>{t(`today.none.${span}`)}</p>}
      more={
        <Button variant="subtle" size="xs" loading={pages.isLoadingMore} onClick={pages.loadMore}>
          {t('today.more')}
        </Button>
      }
    >
      <ul className={classes.rows}>
        {pages.rows.map((row) => (
          <Row key={`${row.followUpId ?? 'birthday'}-${row.customerId}-${row.dueOn}`} row={row} />
        ))}
      </ul>
    </ListRows>
  );
}

/** Who to contact: overdue and today, tomorrow, the week; each line with what can be done about it. */
export function ContactCard() {
  const { t } = useTranslation();
  const { filter, setFilter } = useFilter(lists.today);
  const { span } = filter;
  const { data: counts } = useQuery('followUps.counts', {}, { keepPrevious: true });
  return (
    <Card
      title={t('today.contact')}
      count={
        counts !== undefined && counts.doneToday > 0
          ? t('today.doneToday', { count: counts.doneToday })
          : undefined
      }
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('today.contact')}
          value={span}
          onChange={(value) => setFilter({ span: value })}
          data={todaySpan.options.map((value) => ({
            value,
            label: t(`today.span_${value}`, { count: counts?.[value] ?? 0 }),
          }))}
        />
      }
      padded={false}
      ruled
    >
      <Rows span={span} />
      <KeptPromises />
    </Card>
  );
}
