import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconBrandWhatsapp,
  IconChevronLeft,
  IconCopy,
  IconDots,
  IconEraser,
  IconFileExport,
  IconMessageReport,
  IconPhone,
  IconTrash,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goBack, useGo } from '#renderer/base/routes.ts';
import { useGreeting } from '#renderer/components/contact/use-greeting.ts';
import { EraseDialog } from '#renderer/components/privacy/erase-dialog.tsx';
import { NoOffers } from '#renderer/components/privacy/no-offers.tsx';
import { useHandOut } from '#renderer/components/privacy/use-hand-out.ts';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { useUi } from '#renderer/state/ui.ts';
import type { CustomerProfile } from '#shared/contract/customers.ts';
import { waLink } from '#shared/domain/text/phone.ts';
import { ContactAgain } from './contact-again.tsx';
import classes from './customer-page.module.css';

function Act(props: { readonly label: string; readonly children: ReactNode; onClick(): void }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon aria-label={props.label} onClick={props.onClick}>
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}

interface PhoneProps {
  readonly e164: string;
  readonly label: string | null;
  /** Whose it is; empty: nobody knows. */
  readonly name: string;
}

function Phone({ e164, label, name }: PhoneProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const greetingOf = useGreeting();
  const link = useCommand('settings.openLink');
  const { say, sayError } = useUndo();
  const isDialable = e164.startsWith('+');
  const phone = isDialable ? format.phone(e164) : e164;
  const open = async (how: 'whatsapp' | 'call') => {
    const url = how === 'whatsapp' ? waLink(e164, greetingOf(name)) : `tel:${e164}`;
    const result = await link.run({ url });
    if (result.ok) say(t(`today.opened.${how}`, { name: phone }));
    else sayError(result.error);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(phone);
    say(t('app.copied', { text: phone }));
  };
  return (
    <span className={classes.phone}>
      {label !== null && <small>{label}</small>}
      <b>{phone}</b>
      {isDialable && (
        <>
          <Act label={t('customer.whatsapp', { phone })} onClick={() => void open('whatsapp')}>
            <IconBrandWhatsapp size={16} stroke={1.75} />
          </Act>
          <Act label={t('customer.call', { phone })} onClick={() => void open('call')}>
            <IconPhone size={16} stroke={1.75} />
          </Act>
        </>
      )}
      <Act label={t('customer.copyPhone', { phone })} onClick={() => void copy()}>
        <IconCopy size={16} stroke={1.75} />
      </Act>
    </span>
  );
}

interface EntryProps {
  readonly Icon: typeof IconTrash;
  readonly label: string;
  onClick(): void;
}

function Entry({ Icon, label, onClick }: EntryProps) {
  return (
    <Menu.Item leftSection={<Icon size={16} stroke={1.75} aria-hidden="true" />} onClick={onClick}>
      {label}
    </Menu.Item>
  );
}

function MoreMenu({ profile }: { readonly profile: CustomerProfile }) {
  const { t } = useTranslation();
  const go = useGo();
  const { run } = useCommand('customers.delete');
  const { sayError } = useUndo();
  const [isErasing, setErasing] = useState(false);
  const name = profile.facts.name === '' ? t('customers.noName') : profile.facts.name;
  const handOut = useHandOut(profile.id, name);
  const toTrash = async () => {
    const result = await run({ ids: [profile.id] }, t('customer.deleted', { name }));
    if (result.ok) go('customers');
    else sayError(result.error);
  };
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={t('app.more')}
            loading={handOut.isRunning}
          >
            <IconDots size={16} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Entry
            Icon={IconFileExport}
            label={t('privacy.handOut.menu')}
            onClick={() => void handOut.run()}
          />
          <Entry
            Icon={IconEraser}
            label={t('privacy.erase.menu')}
            onClick={() => setErasing(true)}
          />
          <Entry Icon={IconTrash} label={t('customer.delete')} onClick={() => void toTrash()} />
        </Menu.Dropdown>
      </Menu>
      {isErasing && (
        <EraseDialog
          customerId={profile.id}
          onClose={() => setErasing(false)}
          onErased={(isKept) => (isKept ? setErasing(false) : go('customers'))}
        />
      )}
    </>
  );
}

interface Props {
  readonly profile: CustomerProfile;
  readonly isSilent: boolean;
}

/** The tier, and whatever is to be known before somebody is called. */
function Signs({ profile, isSilent }: Props) {
  const { t } = useTranslation();
  const { id, layer, deletedAt, erasedAt } = profile;
  return (
    <>
      <LayerSign layer={layer} isPill />
      {isSilent && (
        <StatusBadge kind="due" isPill>
          {t('customer.slipping')}
        </StatusBadge>
      )}
      {deletedAt !== null && (
        <StatusBadge kind="wrong" isPill>
          {t('customer.inTrash')}
        </StatusBadge>
      )}
      {erasedAt === null && <NoOffers customerId={id} />}
      {erasedAt !== null && (
        <StatusBadge kind="waiting" isPill>
          {t('privacy.erased.sign')}
        </StatusBadge>
      )}
    </>
  );
}

/** Who it is, which layer, and how to reach them. */
export function CustomerHead({ profile, isSilent }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const openComplaint = useUi((state) => state.openNewComplaint);
  const { facts, deletedAt, erasedAt } = profile;
  const isLive = deletedAt === null && erasedAt === null;
  const phones = facts.contactPoints.filter(({ kind }) => kind === 'phone');
  return (
    <header className={classes.head}>
      <div className={classes.title}>
        <ActionIcon aria-label={t('customer.back')} onClick={goBack}>
          <IconChevronLeft size={18} stroke={1.75} />
        </ActionIcon>
        <h1>{facts.name === '' ? t('customers.noName') : facts.name}</h1>
        <Signs profile={profile} isSilent={isSilent} />
        <span className={classes.end}>
          {isLive && (
            <Button onClick={() => go(`/sales/new?customer=${profile.id}`)}>
              {t('sales.entry.new')}
            </Button>
          )}
          {isLive && (
            <Button
              leftSection={<IconMessageReport size={16} stroke={1.75} aria-hidden="true" />}
              onClick={() => openComplaint(profile.id)}
            >
              {t('customer.complain')}
            </Button>
          )}
          {erasedAt === null && <MoreMenu profile={profile} />}
        </span>
      </div>
      <div className={classes.phones}>
        {phones.map(({ value, label }) => (
          <Phone name={profile.facts.name} key={value} e164={value} label={label} />
        ))}
        {isLive && <ContactAgain customerId={profile.id} name={facts.name} />}
      </div>
    </header>
  );
}
