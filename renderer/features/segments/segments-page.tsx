import { ActionIcon, Button, Menu, Skeleton } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { definitionWords } from '#renderer/components/segments/condition-words.ts';
import { GoneNotes } from '#renderer/components/segments/conditions-card.tsx';
import { CustomersTabs } from '#renderer/components/segments/customers-tabs.tsx';
import classes from '#renderer/components/segments/segments.module.css';
import { useSpeaker } from '#renderer/components/segments/use-speaker.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';

type Row = Output<'segments.list'>['rows'][number];

/** A name for a copy that no other has. */
function useCopyName(rows: readonly Row[]) {
  const { t } = useTranslation();
  const taken = new Set(rows.map(({ name }) => name.toLowerCase()));
  return (name: string) => {
    const short = name.slice(0, 60);
    const first = t('segments.copyName', { name: short });
    if (!taken.has(first.toLowerCase())) return first;
    for (let no = 2; ; no += 1) {
      const next = t('segments.copyNameNo', { name: short, no });
      if (!taken.has(next.toLowerCase())) return next;
    }
  };
}

interface RowProps {
  readonly row: Row;
  copyName(name: string): string;
}

function More({ row, copyName }: RowProps) {
  const { t } = useTranslation();
  const create = useCommand('segments.create');
  const remove = useCommand('segments.remove');
  const { sayError } = useUndo();
  const { id, name, definition } = row;
  const copy = async () => {
    const input = { name: copyName(name), definition };
    const result = await create.run(input, t('segments.copied', { name }));
    if (!result.ok) sayError(result.error);
  };
  const drop = async () => {
    const result = await remove.run({ id }, t('segments.removed', { name }));
    if (!result.ok) sayError(result.error);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t('segments.more', { name })}>
          <IconDots size={16} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {row.notUnderstood === 0 && (
          <Menu.Item onClick={() => void copy()}>{t('segments.copy')}</Menu.Item>
        )}
        <Menu.Item onClick={() => void drop()}>{t('segments.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Acts({ row, copyName }: RowProps) {
  const { t } = useTranslation();
  const go = useGo();
  const { id, counted } = row;
  return (
    <div className={classes.acts}>
      {counted !== null && (
        <>
          <Button size="xs" onClick={() => go(lists.customers.showing({ segment: id }))}>
            {t('segments.open')}
          </Button>
          <Button size="xs" onClick={() => go(`/customers/segments/${id}/picture`)}>
            {t('picture.open')}
          </Button>
        </>
      )}
      <Button size="xs" onClick={() => go(`/customers/segments/${id}`)}>
        {t('segments.edit')}
      </Button>
      <More row={row} copyName={copyName} />
    </div>
  );
}

function SegmentLine({ row, copyName }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = useSettings().settings.activeMonths;
  const speaker = useSpeaker(row.records);
  const { id, name, counted, notUnderstood } = row;
  return (
    <li className={classes.line}>
      <div className={classes.said}>
        <Link href={`/customers/segments/${id}`}>
          <b>{name}</b>
        </Link>
        <p className={classes.quiet}>{definitionWords(speaker, row.definition)}</p>
        <GoneNotes gone={row.records.filter((one) => one.name === null)} />
        {notUnderstood > 0 && (
          <StatusBadge kind="wrong">
            {t('segments.notUnderstood', { count: notUnderstood })}
          </StatusBadge>
        )}
      </div>
      {counted !== null && (
        <div className={classes.figures}>
          <b>{t('segments.people', { count: counted.count })}</b>
          <span className={classes.quiet}>
            {t('segments.sums', {
              months,
              revenue: format.money(counted.activeRevenueMinor, { short: true }),
              phones: format.number(counted.withPhone),
            })}
          </span>
        </div>
      )}
      <Acts row={row} copyName={copyName} />
    </li>
  );
}

function NewButton() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Button
      variant="filled"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
      onClick={() => go('newSegment')}
    >
      {t('segments.new')}
    </Button>
  );
}

function Rows({ listed }: { readonly listed: Output<'segments.list'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const copyName = useCopyName(listed.rows);
  if (listed.rows.length === 0)
    return (
      <EmptyState title={t('segments.none')} text={t('segments.noneText')}>
        <NewButton />
      </EmptyState>
    );
  return (
    <>
      <Card padded={false}>
        <ul className={classes.lines} aria-label={t('segments.title')}>
          {listed.rows.map((row) => (
            <SegmentLine key={row.id} row={row} copyName={copyName} />
          ))}
        </ul>
      </Card>
      {listed.through < format.today && (
        <p className={classes.quiet}>
          {t('segments.through', { date: format.date(listed.through) })}
        </p>
      )}
    </>
  );
}

/** Every segment with its conditions in words, and whom it has now. */
export function SegmentsPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery('segments.list', {}, { keepPrevious: true });
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('customers.title')}
        lead={t('segments.lead')}
        actions={data !== undefined && data.rows.length > 0 && <NewButton />}
      />
      <CustomersTabs />
      {data !== undefined ? (
        <Rows listed={data} />
      ) : error !== null ? (
        <ErrorState error={error.error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton h="12rem" radius="lg" aria-busy="true" />
      )}
    </div>
  );
}
