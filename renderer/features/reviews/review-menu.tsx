import { ActionIcon, Menu } from '@mantine/core';
import {
  IconDots,
  IconExternalLink,
  IconMessageExclamation,
  IconPencil,
  IconStar,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ReviewRow } from '#shared/contract/reviews.ts';
import { nameOf } from './review-name.ts';

interface Props {
  readonly review: ReviewRow;
  /** Null: it is offered beside the menu, or done. */
  readonly onComplain: (() => void) | null;
  onEdit(): void;
  onRevise(): void;
}

/** What is done to a review now and then. */
export function ReviewMenu({ review, onComplain, onEdit, onRevise }: Props) {
  const { t } = useTranslation();
  const link = useCommand('settings.openLink');
  const remove = useCommand('reviews.delete');
  const { sayError } = useUndo();
  const { url } = review.facts;
  const open = async () => {
    const result = await link.run({ url: url ?? '' });
    if (!result.ok) sayError(result.error);
  };
  const toTrash = async () => {
    const result = await remove.run({ id: review.id }, t('review.said.deleted'));
    if (!result.ok) sayError(result.error);
  };
  return (
    <Menu withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          aria-label={t('review.do.more', { author: nameOf(review, t('review.anonymous')) })}
        >
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {url !== null && (
          <Menu.Item
            leftSection={<IconExternalLink size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => void open()}
          >
            {t('review.do.open')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconStar size={16} stroke={1.75} aria-hidden="true" />}
          onClick={onRevise}
        >
          {t('review.do.revised')}
        </Menu.Item>
        {onComplain !== null && (
          <Menu.Item
            leftSection={<IconMessageExclamation size={16} stroke={1.75} aria-hidden="true" />}
            onClick={onComplain}
          >
            {t('review.do.complain')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconPencil size={16} stroke={1.75} aria-hidden="true" />}
          onClick={onEdit}
        >
          {t('review.do.edit')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => void toTrash()}
        >
          {t('review.do.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
