import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { type RequestError, request } from '#renderer/data/client.ts';
import type { Draft } from '#shared/contract/imports-draft.ts';
import type { Output } from '#shared/contract/index.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import { useImport } from '../import-session.ts';
import { FillOffers } from './fill-offers.tsx';
import { MendDialog } from './mend-dialog.tsx';
import classes from './mending.module.css';
import { StepList } from './step-list.tsx';

type Mending = Output<'imports.mending'>;

/** What the steps did in the last check; that of the one before stays on the screen until it is there. */
function useMending() {
  const { draftId, checks } = useImport();
  return useQuery<Mending, RequestError>({
    queryKey: ['imports.mending', draftId, checks],
    enabled: draftId !== null,
    queryFn: () => request('imports.mending', { draftId: draftId ?? '' }),
    placeholderData: keepPreviousData,
  });
}

/** Changes to many rows at once before they come in: a text replaced, empty cells filled from above. */
export function MendCard({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<MendStep['kind'] | null>(null);
  const isBusy = useImport((state) => state.work !== null);
  const { data, error, refetch } = useMending();
  const { done = [], offers = [] } = data ?? {};
  return (
    <Card
      title={t('import.mend.title')}
      padded={false}
      actions={
        <span className={classes.buttons}>
          {(['replace', 'fill'] as const).map((kind) => (
            <Button key={kind} size="xs" disabled={isBusy} onClick={() => setAsked(kind)}>
              {t(`import.mend.open.${kind}`)}
            </Button>
          ))}
        </span>
      }
    >
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      <FillOffers offers={offers} draft={draft} />
      <StepList draft={draft} done={done} />
      {asked !== null && <MendDialog kind={asked} draft={draft} onClose={() => setAsked(null)} />}
    </Card>
  );
}
