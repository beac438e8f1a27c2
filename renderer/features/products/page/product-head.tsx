import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowMerge,
  IconChevronLeft,
  IconDots,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import record from '#renderer/components/record.module.css';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import { useNames } from '#renderer/state/names.ts';
import type { Output } from '#shared/contract/index.ts';
import { FactsDialog } from '../facts/facts-dialog.tsx';
import { MergeDialog } from '../merge/merge-dialog.tsx';
import classes from './product-page.module.css';

interface Props {
  readonly product: Output<'products.get'>;
}

/** To the trash; how many sales go on naming it is said. */
function useRemove({ id, facts }: Props['product']): () => Promise<void> {
  const { t } = useTranslation();
  const go = useGo();
  const { run } = useCommand('products.remove');
  const { say, sayError } = useUndo();
  return async () => {
    const result = await run({ id });
    if (!result.ok) return sayError(result.error);
    const { sales, batchId } = result.value;
    const { name } = facts;
    const said =
      sales === 0
        ? t('products.page.removed', { name })
        : t('products.page.removedSold', { name, count: sales });
    say(said, batchId);
    go('products');
  };
}

interface ActionsProps extends Props {
  onEdit(): void;
  onMerge(): void;
}

function Actions({ product, onEdit, onMerge }: ActionsProps) {
  const { t } = useTranslation();
  const go = useGo();
  const remember = useNames((state) => state.remember);
  const toTrash = useRemove(product);
  const { id, facts, deletedAt } = product;
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <span className={classes.end}>
      <Button
        onClick={() => {
          remember(`product ${id}`, facts.name);
          go(lists.sales.showing({ productId: id }));
        }}
      >
        {t('products.page.sales')}
      </Button>
      {deletedAt === null && (
        <>
          <Button variant="filled" leftSection={<IconPencil {...icon} />} onClick={onEdit}>
            {t('products.page.edit')}
          </Button>
          <Menu>
            <Menu.Target>
              <ActionIcon variant="default" size={32} aria-label={t('app.more')}>
                <IconDots size={16} stroke={1.75} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconArrowMerge {...icon} />} onClick={onMerge}>
                {t('products.page.merge')}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => void toTrash()}>
                {t('products.page.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      )}
    </span>
  );
}

/** Where it stands: not sold any more, in the trash, or merged into another. */
function Standing({ product }: Props) {
  const { t } = useTranslation();
  const { facts, deletedAt, mergedInto } = product;
  if (mergedInto !== null)
    return (
      <span>
        {t('products.page.mergedInto')}{' '}
        <Link href={addressOf({ product: mergedInto.id })}>{mergedInto.name}</Link>
      </span>
    );
  if (deletedAt !== null)
    return (
      <StatusBadge kind="wrong" isPill>
        {t('products.inTrash')}
      </StatusBadge>
    );
  if (facts.isActive) return null;
  return (
    <StatusBadge kind="waiting" isPill>
      {t('products.inactive')}
    </StatusBadge>
  );
}

/** What it is called, where it stands, and what can be done with it. */
export function ProductHead({ product }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const [open, setOpen] = useState<'edit' | 'merge' | null>(null);
  const close = () => setOpen(null);
  const back = () => {
    if (window.history.length > 1) window.history.back();
    else go('products');
  };
  return (
    <header className={record.head}>
      <div className={record.title}>
        <ActionIcon aria-label={t('products.page.back')} onClick={back}>
          <IconChevronLeft size={18} stroke={1.75} />
        </ActionIcon>
        <h1>{product.facts.name}</h1>
        <Standing product={product} />
        <Actions
          product={product}
          onEdit={() => setOpen('edit')}
          onMerge={() => setOpen('merge')}
        />
      </div>
      {open === 'edit' && <FactsDialog product={product} onClose={close} onSaved={close} />}
      {open === 'merge' && (
        <MergeDialog
          keptId={product.id}
          otherId={null}
          onClose={close}
          onMerged={(id) => {
            close();
            go({ product: id });
          }}
        />
      )}
    </header>
  );
}
