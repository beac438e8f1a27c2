import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { NoteDraft } from '#renderer/state/note-drafts.ts';
import type { NoteRow } from '#shared/contract/notes/notes.ts';
import { NoteDialog } from './note-dialog.tsx';
import { NoteItem } from './note-item.tsx';
import classes from './notes.module.css';

interface Props {
  /** Where it stands: says what there is none of. */
  readonly on: 'customer' | 'product' | 'complaint';
  /** To whom and what the notes shown are pinned; null: to nobody of that kind. */
  readonly customer?: NoteRow['customers'][number] | null;
  readonly product?: NoteRow['products'][number] | null;
  readonly cause?: string | null;
  /** What one that is written here is pinned to. */
  readonly pins: Partial<NoteDraft>;
}

type Open = { readonly note: NoteRow | null };

/** How it is done with this customer, product or complaint, and one button to write it down. */
export function NotesCard({ on, customer, product, cause, pins }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const { data, error, refetch } = useQuery('notes.pinned', {
    customer: customer?.id ?? null,
    product: product?.id ?? null,
    cause: cause ?? null,
  });
  const rows = data?.rows ?? [];
  return (
    <Card
      title={t('nav.notes')}
      count={rows.length === 0 ? undefined : rows.length}
      actions={
        <Button size="xs" variant="subtle" onClick={() => setOpen({ note: null })}>
          {t('notes.addHere')}
        </Button>
      }
    >
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data !== undefined && rows.length === 0 && (
        <p className={classes.quiet}>{t(`notes.cardNone.${on}`)}</p>
      )}
      {rows.length > 0 && (
        <ul className={classes.inCard}>
          {rows.map((note) => (
            <NoteItem key={note.id} note={note} heading="h3" onEdit={() => setOpen({ note })} />
          ))}
        </ul>
      )}
      {open !== null && <NoteDialog note={open.note} pins={pins} onClose={() => setOpen(null)} />}
    </Card>
  );
}
