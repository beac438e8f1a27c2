import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconFileText, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import { isOpen } from '#shared/domain/vocabulary/prospects.ts';
import type { ProspectId } from '#shared/ids.ts';
import { ProspectDialog } from '../facts/prospect-dialog.tsx';
import { ProspectMenu } from '../moving/prospect-menu.tsx';
import { useMove } from '../moving/use-move.tsx';
import { OfferDialog } from '../offer/offer-dialog.tsx';
import { DetailsCard, PathCard } from './prospect-cards.tsx';
import classes from './prospect-page.module.css';

function Head({ page }: { readonly page: Output<'prospects.get'> }) {
  const { t } = useTranslation();
  const go = useGo();
  const moving = useMove();
  const [isEditing, setEditing] = useState(false);
  const [isOffering, setOffering] = useState(false);
  const { prospect: row, isInTrash } = page;
  const edit = () => setEditing(true);
  return (
    <header className={classes.head}>
      <ActionIcon aria-label={t('prospects.page.back')} onClick={() => go('prospects')}>
        <IconChevronLeft size={18} stroke={1.75} />
      </ActionIcon>
      <h1>{row.title}</h1>
      <StatusBadge
        isPill
        kind={row.stage === 'won' ? 'good' : row.stage === 'lost' ? 'waiting' : 'new'}
      >
        {t(`prospects.stage.${row.stage}`)}
      </StatusBadge>
      {isInTrash ? (
        <StatusBadge kind="wrong" isPill>
          {t('prospects.page.inTrash')}
        </StatusBadge>
      ) : (
        <span className={classes.end}>
          {isOpen(row.stage) && (
            <Button
              leftSection={<IconFileText size={16} stroke={1.75} aria-hidden="true" />}
              onClick={() => setOffering(true)}
            >
              {t('prospects.offer.title')}
            </Button>
          )}
          <Button
            variant="filled"
            leftSection={<IconPencil size={16} stroke={1.75} aria-hidden="true" />}
            onClick={edit}
          >
            {t('prospects.edit')}
          </Button>
          <ProspectMenu row={row} moving={moving} onEdit={edit} onRemoved={() => go('prospects')} />
        </span>
      )}
      {isEditing && <ProspectDialog row={row} onClose={() => setEditing(false)} />}
      {isOffering && <OfferDialog row={row} onClose={() => setOffering(false)} />}
      {moving.dialog}
    </header>
  );
}

/** One prospect: what is known of it, what comes next, and the stages it went through. */
export function ProspectPage({ id }: { readonly id: ProspectId }) {
  const { data, error, refetch } = useQuery('prospects.get', { id });
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <article>
      <Head page={data} />
      <div className={classes.columns}>
        <DetailsCard row={data.prospect} />
        <PathCard path={data.path} />
      </div>
    </article>
  );
}
