import { Autocomplete, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '#renderer/data/use-query.ts';

interface Field {
  readonly value?: string;
  readonly error?: ReactNode;
  onChange(value: string): void;
}

interface Props {
  readonly cause: Field;
  readonly note: Field;
}

/** The cause by the words in use, and what was found out about it. */
export function CauseFields({ cause, note }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery('complaints.words', {});
  return (
    <>
      <Autocomplete
        label={t('complaint.cause.what')}
        placeholder={t('complaint.cause.whatHint')}
        data={data?.causes ?? []}
        limit={8}
        maxLength={120}
        value={cause.value ?? ''}
        error={cause.error}
        onChange={cause.onChange}
      />
      <Textarea
        label={t('complaint.cause.note')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={note.value ?? ''}
        error={note.error}
        onChange={(event) => note.onChange(event.currentTarget.value)}
      />
    </>
  );
}
