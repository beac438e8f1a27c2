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

/** The entries, each with its sign; null: it cannot be done now. */
function useChoices({ review, onComplain, onEdit, onRevise }: Props) {
  const link = useCommand('settings.openLink');
  const remove = useCommand('reviews.delete');
  const { t } = useTranslation();
  const { sayError } = useUndo();
  const { url } = review.facts;
  const open = async (address: string) => {
    const result = await link.run({ url: address });
    if (!result.ok) sayError(result.error);
  };
  const toTrash = async () => {
    const result = await remove.run({ id: review.id }, t('review.said.deleted'));
    if (!result.ok) sayError(result.error);
  };
  return [
    { name: 'open', Icon: IconExternalLink, run: url === null ? null : () => void open(url) },
    { name: 'revised', Icon: IconStar, run: onRevise },
    { name: 'complain', Icon: IconMessageExclamation, run: onComplain },
    { name: 'edit', Icon: IconPencil, run: onEdit },
    { name: 'delete', Icon: IconTrash, run: () => void toTrash() },
  ] as const;
}

/** What is done to a review now and then. */
export function ReviewMenu(props: Props) {
  const { t } = useTranslation();
  const choices = useChoices(props);
  return (
    <Menu withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          aria-label={t('review.do.more', { author: nameOf(props.review, t('review.anonymous')) })}
        >
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(
          ({ name, Icon, run }) =>
            run !== null && (
              <Menu.Item
                key={name}
                leftSection={<Icon size={16} stroke={1.75} aria-hidden="true" />}
                onClick={run}
              >
                {t(`review.do.${name}`)}
              </Menu.Item>
            ),
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
