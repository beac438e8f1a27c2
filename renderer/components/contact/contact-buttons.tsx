import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconBrandWhatsapp, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { waLink } from '#shared/domain/text/phone.ts';
import { useGreeting } from './use-greeting.ts';

export type Reached = 'whatsapp' | 'call';

interface Props {
  /** E.164; anything else cannot be dialled and shows no buttons. */
  readonly phone: string | null;
  readonly name: string;
  /** Only the WhatsApp button, for narrow rows. */
  readonly isShort?: boolean;
  /** The program was opened: whoever marks the line done knows by which way. */
  onReached?(how: Reached): void;
}

/** Indonesian mobile numbers start with 8 after the country code; a landline has no WhatsApp. */
function isLandline(phone: string): boolean {
  return phone.startsWith('+62') && !phone.startsWith('+628');
}

/** Opens WhatsApp or the phone program for one number; the likelier one is the larger button. */
export function ContactButtons({ phone, name, isShort = false, onReached }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const greetingOf = useGreeting();
  const link = useCommand('settings.openLink');
  const { say, sayError } = useUndo();
  if (phone === null || !phone.startsWith('+')) return null;
  const reach = async (how: Reached) => {
    const url = how === 'whatsapp' ? waLink(phone, greetingOf(name)) : `tel:${phone}`;
    const result = await link.run({ url });
    if (!result.ok) return sayError(result.error);
    say(t(`today.opened.${how}`, { name }));
    onReached?.(how);
  };
  const shown = format.phone(phone);
  const chat = {
    how: 'whatsapp' as const,
    word: t('today.whatsapp'),
    label: t('today.whatsappTo', { name, phone: shown }),
    Icon: IconBrandWhatsapp,
  };
  const call = {
    how: 'call' as const,
    word: t('today.call'),
    label: t('today.callTo', { name, phone: shown }),
    Icon: IconPhone,
  };
  const [first, second] = isLandline(phone) ? [call, chat] : [chat, call];
  return (
    <>
      <Button
        size="xs"
        leftSection={<first.Icon size={15} stroke={1.75} aria-hidden="true" />}
        aria-label={first.label}
        onClick={() => void reach(first.how)}
      >
        {first.word}
      </Button>
      {!isShort && (
        <Tooltip label={second.label}>
          <ActionIcon aria-label={second.label} onClick={() => void reach(second.how)}>
            <second.Icon size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}
