import { ActionIcon, Button, Menu, SegmentedControl } from '@mantine/core';
import { IconCheck, IconDots, IconMessageReport, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ContactButtons } from '#renderer/components/contact/contact-buttons.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ListRows } from '#renderer/components/list/list-rows.tsx';
import { useFilter } from '#renderer/components/list/use-filter.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { type Pages, usePages } from '#renderer/data/use-pages.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { useClaim } from '#renderer/state/claim.ts';
import type { ClaimRow } from '#shared/contract/guarantee.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { FinishDialog } from './finish-dialog.tsx';
import classes from './guarantee-page.module.css';

const NEXT_PAGE = 50;

/** How the promise stands: late, due today, later, none made, or kept. */
function PromiseBadge({ claim }: { readonly claim: ClaimRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useSettings().settings;
  if (claim.doneAt !== null) {
    const date = format.date(localDay(claim.doneAt, timeZone), true);
    return <StatusBadge kind="good">{t('guarantee.claims.done', { date })}</StatusBadge>;
  }
  if (claim.promisedOn === null)
    return <StatusBadge kind="waiting">{t('guarantee.claims.noPromise')}</StatusBadge>;
  const left = daysBetween(format.today, claim.promisedOn);
  const date = format.date(claim.promisedOn, true);
  const span = format.span(Math.abs(left));
  if (left < 0)
    return <StatusBadge kind="wrong">{t('guarantee.claims.late', { span })}</StatusBadge>;
  if (left === 0) return <StatusBadge kind="due">{t('guarantee.claims.today')}</StatusBadge>;
  return <StatusBadge kind="waiting">{t('guarantee.claims.promised', { date })}</StatusBadge>;
}

function ClaimMenu({ claim }: { readonly claim: ClaimRow }) {
  const { t } = useTranslation();
  const go = useGo();
  const { run } = useCommand('guarantee.deleteClaim');
  const { sayError } = useUndo();
  const { id, number, complaintId, complaintNumber } = claim;
  const toTrash = async () => {
    const result = await run({ id }, t('guarantee.claims.deleted', { number }));
    if (!result.ok) sayError(result.error);
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('guarantee.claims.more', { number })}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {complaintId !== null && (
          <Menu.Item
            leftSection={<IconMessageReport size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => go({ complaint: complaintId })}
          >
            {t('guarantee.claims.openComplaint', { number: complaintNumber ?? '' })}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => void toTrash()}
        >
          {t('guarantee.claims.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Claim({ claim, onFinish }: { readonly claim: ClaimRow; onFinish(): void }) {
  const { t } = useTranslation();
  const name = claim.customerName === '' ? t('customers.noName') : claim.customerName;
  const what = `${t(`guarantee.verdict.${claim.verdict}`)}, ${t(`guarantee.remedy.${claim.remedy}`).toLowerCase()}`;
  return (
    <li className={classes.row}>
      <span className={classes.words}>
        <span className={classes.first}>
          <Link href={addressOf({ customer: claim.customerId })}>{name}</Link>
          <PromiseBadge claim={claim} />
        </span>
        <span className={classes.second}>
          {claim.product !== null && <b>{claim.product}: </b>}
          {claim.problem}
        </span>
        <span className={classes.quiet}>{`${claim.number} · ${what}`}</span>
      </span>
      <span className={classes.acts}>
        <ContactButtons phone={claim.phone} name={name} isShort />
        {claim.doneAt === null && (
          <Button
            size="xs"
            leftSection={<IconCheck size={15} stroke={1.75} aria-hidden="true" />}
            aria-label={t('guarantee.claims.finishOne', { number: claim.number })}
            onClick={onFinish}
          >
            {t('guarantee.claims.finish')}
          </Button>
        )}
        <ClaimMenu claim={claim} />
      </span>
    </li>
  );
}

function NoClaims({ only }: { readonly only: 'open' | 'all' }) {
  const { t } = useTranslation();
  const openClaim = useClaim((state) => state.openClaim);
  return (
    <EmptyState title={t(`guarantee.claims.none.${only}`)} text={t('guarantee.claims.noneText')}>
      <Button onClick={() => openClaim(null)}>{t('guarantee.newClaim')}</Button>
    </EmptyState>
  );
}

function MoreClaims({ pages }: { readonly pages: Pages<'guarantee.claims'> }) {
  const { t } = useTranslation();
  return (
    <div className={classes.foot}>
      <Button size="xs" variant="subtle" onClick={pages.loadMore}>
        {t('guarantee.claims.loadMore')}
      </Button>
    </div>
  );
}

/** Claims that wait to be settled, newest first; all of them where asked for. */
export function OpenClaims() {
  const { t } = useTranslation();
  const { filter, setFilter } = useFilter(lists.guarantee);
  const { only } = filter;
  const [finishing, setFinishing] = useState<ClaimRow | null>(null);
  const pages = usePages('guarantee.claims', { only }, NEXT_PAGE);
  return (
    <Card
      title={t('guarantee.claims.title')}
      padded={false}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('guarantee.claims.which')}
          value={only}
          data={(['open', 'all'] as const).map((value) => ({
            value,
            label: t(`guarantee.claims.${value}`),
          }))}
          onChange={(value) => setFilter({ only: value })}
        />
      }
    >
      <ListRows
        pages={pages}
        nothing={<NoClaims only={only} />}
        more={<MoreClaims pages={pages} />}
      >
        <ul className={classes.rows}>
          {pages.rows.map((claim) => (
            <Claim key={claim.id} claim={claim} onFinish={() => setFinishing(claim)} />
          ))}
        </ul>
      </ListRows>
      {finishing !== null && <FinishDialog claim={finishing} onClose={() => setFinishing(null)} />}
    </Card>
  );
}
