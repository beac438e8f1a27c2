import { Button } from '@mantine/core';
import { IconBrandWhatsapp, IconCopy, IconExternalLink, IconMail } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { Chord } from '#renderer/components/keys/chord.tsx';
import { KEYS } from '#renderer/components/keys/keys.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import classes from './reply.module.css';
import type { Way } from './reply-link.ts';
import type { Opened, Sending } from './use-send.ts';

const ICONS = {
  whatsapp: IconBrandWhatsapp,
  email: IconMail,
  copy: IconCopy,
  open: IconExternalLink,
} as const;

const SAVING = {
  whatsapp: 'saveWhatsapp',
  email: 'saveEmail',
  copy: 'saveCopy',
  open: 'saveOpen',
} as const;

function WayIcon({ way }: { readonly way: Way }) {
  const Icon = ICONS[way];
  return <Icon size={16} stroke={1.75} aria-hidden="true" />;
}

/** After it was handed over one key is left: it has been sent. */
function AfterOpening({ sending, opened }: { readonly sending: Sending; readonly opened: Opened }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const { way, isTooLong } = opened;
  const where = way === 'email' ? 'email' : 'whatsapp';
  return (
    <div className={classes.bar}>
      <p role="status" className={classes.opened}>
        {isTooLong
          ? t('reply.opened.long', { where: t(`reply.where.${where}`) })
          : t(`reply.opened.${way}`)}
      </p>
      <Button
        ref={button}
        variant="filled"
        loading={sending.isRunning}
        rightSection={<Chord chord={KEYS.complaints.send[0]} />}
        onClick={() => void sending.settle()}
        onKeyDown={(event) => {
          // A button answers to Enter by itself, but not together with Ctrl, as it says.
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void sending.settle();
        }}
      >
        {t('reply.sent')}
      </Button>
      <Button variant="subtle" onClick={sending.back}>
        {t('reply.notYet')}
      </Button>
    </div>
  );
}

interface RestProps {
  readonly until: string;
  readonly way: Way;
  readonly canSend: boolean;
  readonly sending: Sending;
}

function Rest({ until, way, canSend, sending }: RestProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useSettings().settings;
  const time = format.time(until);
  const day = localDay(until, timeZone);
  return (
    <div className={classes.bar}>
      <p role="status" className={classes.rest}>
        <StatusBadge kind="waiting">
          {t('reply.rest', { time: day > format.today ? `${format.date(day)} ${time}` : time })}
        </StatusBadge>
        <span className={classes.quiet}>{t('reply.restWhy')}</span>
      </p>
      <Button
        variant="subtle"
        disabled={!canSend}
        loading={sending.isRunning}
        onClick={() => void sending.handOver(way)}
      >
        {t('reply.now')}
      </Button>
    </div>
  );
}

interface Props {
  readonly sending: Sending;
  readonly ways: readonly [Way, ...Way[]];
  readonly restsUntil: string | null;
  /** Something is written, and nothing in it is still empty. */
  readonly canSend: boolean;
  /** What is in the form around is saved with it. */
  readonly isSaving: boolean;
}

/** How the reply leaves: at once, after a rest, and then the word that it has been sent. */
export function SendBar({ sending, ways, restsUntil, canSend, isSaving }: Props) {
  const { t } = useTranslation();
  const [best, ...others] = ways;
  const failure = sending.error === null ? null : <ErrorState error={sending.error} />;
  if (sending.opened !== null)
    return (
      <>
        {failure}
        <AfterOpening sending={sending} opened={sending.opened} />
      </>
    );
  if (restsUntil !== null)
    return (
      <>
        {failure}
        <Rest until={restsUntil} way={best} canSend={canSend} sending={sending} />
      </>
    );
  return (
    <>
      {failure}
      <div className={classes.bar}>
        <Button
          variant="filled"
          leftSection={<WayIcon way={best} />}
          disabled={!canSend}
          loading={sending.isRunning}
          onClick={() => void sending.handOver(best)}
        >
          {t(`reply.send.${isSaving ? SAVING[best] : best}`)}
        </Button>
        {others.map((way) => (
          <Button
            key={way}
            variant="subtle"
            leftSection={<WayIcon way={way} />}
            disabled={!canSend || sending.isRunning}
            onClick={() => void sending.handOver(way)}
          >
            {t(`reply.send.${way}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
