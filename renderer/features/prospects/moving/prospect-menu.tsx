import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconReceipt, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { stages } from '#shared/domain/vocabulary/prospects.ts';
import type { Moving } from './use-move.tsx';

interface Props {
  readonly row: ProspectRow;
  readonly moving: Moving;
  onEdit(): void;
  onRemoved?(): void;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** Everything that can be done with a prospect, above all where to it can be moved. */
export function ProspectMenu({ row, moving, onEdit, onRemoved }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const remove = async () => {
    if (await moving.remove(row)) onRemoved?.();
  };
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('prospects.actions', { title: row.title })}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {row.sale === null && (
          <>
            <Menu.Label>{t('prospects.moveTo')}</Menu.Label>
            {stages
              .filter((stage) => stage !== row.stage)
              .map((stage) => (
                <Menu.Item key={stage} onClick={() => moving.move(row, stage)}>
                  {t(`prospects.stage.${stage}`)}
                </Menu.Item>
              ))}
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconReceipt {...ICON} />}
              onClick={() => go(`/sales/new?prospect=${row.id}`)}
            >
              {t('prospects.sell')}
            </Menu.Item>
          </>
        )}
        <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={onEdit}>
          {t('prospects.edit')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash {...ICON} />} onClick={() => void remove()}>
          {t('prospects.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
