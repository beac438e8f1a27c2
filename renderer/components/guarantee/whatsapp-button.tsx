import { Button } from '@mantine/core';
import { IconBrandWhatsapp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { waLink } from '#shared/domain/text/phone.ts';

interface Props {
  /** E.164; anything else shows no button. */
  readonly phone: string | null;
  readonly name: string;
  /** What stands in the chat, ready to be read over and sent. */
  readonly message: string;
  /** The one button of its place, with the whole sentence on it. */
  readonly isLarge?: boolean;
}

/** Opens a WhatsApp chat with the message written already. Nothing is sent without the owner. */
export function WhatsappButton({ phone, name, message, isLarge = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const link = useCommand('settings.openLink');
  const { say, sayError } = useUndo();
  if (phone === null || !phone.startsWith('+')) return null;
  const open = async () => {
    const result = await link.run({ url: waLink(phone, message) });
    if (result.ok) say(t('today.opened.whatsapp', { name }));
    else sayError(result.error);
  };
  return (
    <Button
      size={isLarge ? 'sm' : 'xs'}
      variant={isLarge ? 'filled' : 'default'}
      leftSection={<IconBrandWhatsapp size={15} stroke={1.75} aria-hidden="true" />}
      aria-label={t('guarantee.tellBy', { name, phone: format.phone(phone) })}
      data-autofocus={isLarge || undefined}
      onClick={() => void open()}
    >
      {isLarge ? t('guarantee.tell') : t('guarantee.whatsapp')}
    </Button>
  );
}
