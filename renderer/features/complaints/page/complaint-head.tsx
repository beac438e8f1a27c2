import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconChevronLeft,
  IconDots,
  IconHistory,
  IconPencil,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useWhen } from '#renderer/components/use-when.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import { EditDialog } from '../facts/edit-dialog.tsx';
import { SeveritySign } from '../signs.tsx';
import classes from './complaint-page.module.css';
import { EventsDialog } from './events-dialog.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';

type Opened = 'edit' | 'events' | 'reopen' | null;

interface Props {
  readonly page: ComplaintPage;
}

interface MenuProps extends Props {
  open(what: Opened): void;
}

function MoreMenu({ page, open }: MenuProps) {
  const { t } = useTranslation();
  const go = useGo();
  const { run } = useCommand('complaints.delete');
  const { sayError } = useUndo();
  const toTrash = async () => {
    const said = t('complaint.page.deleted', { number: page.number });
    const result = await run({ id: page.id }, said);
    if (result.ok) go('complaints');
    else sayError(result.error);
  };
  const icon = (Icon: typeof IconDots) => <Icon size={16} stroke={1.75} aria-hidden="true" />;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="default" size={32} aria-label={t('complaint.page.more')}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={icon(IconPencil)} onClick={() => open('edit')}>
          {t('complaint.page.edit')}
        </Menu.Item>
        <Menu.Item leftSection={icon(IconPrinter)} onClick={() => window.print()}>
          {t('complaint.page.print')}
        </Menu.Item>
        {page.allowed.includes('reopen') && (
          <Menu.Item leftSection={icon(IconArrowBackUp)} onClick={() => open('reopen')}>
            {t('complaint.page.reopen')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={icon(IconTrash)} onClick={() => void toTrash()}>
          {t('complaint.page.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Number, who, and when it came in. */
function Lead({ page }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const { customer, facts, number } = page;
  const received = t('complaint.page.lead', { when: when.inline(facts.receivedAt, facts.hasTime) });
  return (
    <p className={classes.lead}>
      {number}
      {', '}
      {customer === null ? (
        t(`complaint.kind.${facts.kind}`)
      ) : (
        <Link href={addressOf({ customer: customer.id })}>
          {customer.name === '' ? t('customers.noName') : customer.name}
        </Link>
      )}
      {', '}
      {received}
    </p>
  );
}

/** What it is about, how bad, whose, and what can be done with the whole of it. */
export function ComplaintHead({ page }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const [opened, open] = useState<Opened>(null);
  const close = () => open(null);
  const back = () => {
    if (window.history.length > 1) window.history.back();
    else go('complaints');
  };
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <ActionIcon aria-label={t('complaint.page.back')} onClick={back}>
          <IconChevronLeft size={18} stroke={1.75} />
        </ActionIcon>
        <h1>{page.facts.title}</h1>
        <SeveritySign severity={page.facts.severity} isPill />
        {page.reopened > 0 && (
          <StatusBadge kind="due" isPill>
            {t('complaint.page.reopened', { count: page.reopened })}
          </StatusBadge>
        )}
        {page.deletedAt !== null && (
          <StatusBadge kind="wrong" isPill>
            {t('complaint.page.inTrash')}
          </StatusBadge>
        )}
        <span className={classes.actions}>
          <Button
            leftSection={<IconHistory size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => open('events')}
          >
            {t('complaint.page.history')}
          </Button>
          {page.deletedAt === null && <MoreMenu page={page} open={open} />}
        </span>
      </div>
      <Lead page={page} />
      {opened === 'edit' && <EditDialog page={page} onClose={close} />}
      {opened === 'events' && <EventsDialog page={page} onClose={close} />}
      {opened === 'reopen' && <ReopenDialog page={page} onClose={close} />}
    </header>
  );
}
