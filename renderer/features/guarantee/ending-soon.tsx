import { Button, SegmentedControl } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { WhatsappButton } from '#renderer/components/guarantee/whatsapp-button.tsx';
import { useFilter } from '#renderer/components/list/use-filter.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import classes from './guarantee-page.module.css';

type Row = Output<'guarantee.expiring'>['rows'][number];

const SPANS = [30, 60, 90];
/** A week before the day there is still time to come by. */
const DAYS_BEFORE = 7;

/** One click plans the contact; the day and the reason stand in the toast, with Undo. */
function ContactAgain({ row, name }: { readonly row: Row; readonly name: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, isRunning } = useCommand('followUps.create');
  const { sayError } = useUndo();
  const { customerId, what, on, product } = row;
  if (row.hasFollowUp)
    return <StatusBadge kind="good">{t('guarantee.ending.planned')}</StatusBadge>;
  if (customerId === null) return null;
  const before = addDays(on, -DAYS_BEFORE);
  const isPast = before < format.today;
  const dueOn = isPast ? format.today : before;
  const reason = t(`guarantee.ending.reason.${what}`, { product, date: format.date(on) });
  const plan = async () => {
    const cause = what === 'ends' ? 'guarantee' : 'service';
    const said = t('guarantee.ending.plannedFor', { name, date: format.date(dueOn) });
    const result = await run({ customerId, plan: { dueOn, reason, cause } }, said);
    if (!result.ok) sayError(result.error);
  };
  return (
    <Button
      size="xs"
      leftSection={<IconCalendarPlus size={15} stroke={1.75} aria-hidden="true" />}
      disabled={isRunning}
      aria-label={t('guarantee.ending.contactAgainFor', { name, product })}
      onClick={() => void plan()}
    >
      {t('guarantee.ending.contactAgain')}
    </Button>
  );
}

function EndingRow({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shopName } = useSettings().settings;
  const { customerId, product, what, on, daysLeft } = row;
  const isNamed = row.customerName !== null && row.customerName !== '';
  const name = isNamed ? (row.customerName ?? '') : t('customers.noName');
  const hello = isNamed ? t('guarantee.message.helloTo', { name }) : t('guarantee.message.hello');
  const words = t(`guarantee.ending.message.${what}`, { product, date: format.date(on) });
  const from = shopName === '' ? '' : t('guarantee.message.from', { shop: shopName });
  const today = what === 'ends' ? 'todayEnds' : 'todayService';
  const when = { date: format.date(on, true), span: format.span(daysLeft) };
  return (
    <li className={classes.row}>
      <span className={classes.words}>
        <span className={classes.first}>
          {customerId === null ? (
            name
          ) : (
            <Link href={addressOf({ customer: customerId })}>{name}</Link>
          )}
          <StatusBadge kind={daysLeft <= DAYS_BEFORE ? 'due' : 'waiting'}>
            {daysLeft === 0 ? t(`guarantee.ending.${today}`) : t(`guarantee.ending.${what}`, when)}
          </StatusBadge>
        </span>
        <span className={classes.second}>{product}</span>
      </span>
      <span className={classes.acts}>
        <WhatsappButton
          phone={row.phone}
          name={name}
          message={`${hello} ${words} ${from}`.trim()}
        />
        <ContactAgain row={row} name={name} />
      </span>
    </li>
  );
}

/** Whose guarantee ends, or whose thing needs a service, in the next weeks: the soonest first. */
export function EndingSoon() {
  const { t } = useTranslation();
  const { filter, setFilter } = useFilter(lists.guarantee);
  const { days } = filter;
  const { data, error, refetch } = useQuery('guarantee.expiring', { days }, { keepPrevious: true });
  const rows = data?.rows ?? [];
  const rest = (data?.count ?? 0) - rows.length;
  return (
    <Card
      title={t('guarantee.ending.title')}
      count={data?.count}
      padded={false}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('guarantee.ending.within')}
          value={String(days)}
          data={SPANS.map((count) => ({
            value: String(count),
            label: t('guarantee.ending.days', { count }),
          }))}
          onChange={(value) => setFilter({ days: Number(value) })}
        />
      }
    >
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data !== undefined && rows.length === 0 && (
        <p className={classes.none}>{t('guarantee.ending.nothing')}</p>
      )}
      <ul className={classes.rows}>
        {rows.map((row) => (
          <EndingRow key={`${row.saleId} ${row.product} ${row.what} ${row.customerId}`} row={row} />
        ))}
      </ul>
      {rest > 0 && <p className={classes.foot}>{t('guarantee.ending.rest', { count: rest })}</p>}
    </Card>
  );
}
