import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SheetCard } from '#renderer/components/sheets/sheet-card.tsx';
import classes from '#renderer/components/sheets/sheets.module.css';
import { useSpeaking } from '#renderer/components/sheets/use-speaking.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { HandoverSheet } from '#shared/contract/handover/handover.ts';
import { handoverFacts, handoverFinding, handoverParts } from '#shared/domain/handover/parts.ts';
import { useHandoverChoice } from './days.ts';
import { HandoverControls, useHandoverDays } from './handover-controls.tsx';

interface SheetProps {
  readonly sheet: HandoverSheet;
  readonly isCounting: boolean;
}

function Sheet({ sheet, isCounting }: SheetProps) {
  const speaking = useSpeaking();
  const facts = handoverFacts(speaking, sheet);
  return (
    <div className={classes.cards} data-counting={isCounting || undefined} aria-busy={isCounting}>
      <div className={classes.facts}>
        <p className={classes.whole}>{handoverFinding(speaking, sheet)}</p>
        {facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
      </div>
      {handoverParts(speaking, sheet).map((part) => (
        <SheetCard key={part.id} part={part} />
      ))}
    </div>
  );
}

/** Everything that is open, on one sheet, for whoever takes over. */
export function HandoverPage() {
  const { t } = useTranslation();
  const { who } = useHandoverChoice();
  const asked = { ...useHandoverDays(), who };
  const sheet = useQuery('handover.sheet', asked, { keepPrevious: true });
  return (
    <article className={classes.page}>
      <PageHeader
        title={t('handover.title')}
        lead={t('handover.lead')}
        actions={<HandoverControls handlers={sheet.data?.handlers ?? []} />}
      />
      {sheet.data !== undefined ? (
        <Sheet sheet={sheet.data} isCounting={sheet.isPlaceholderData} />
      ) : sheet.error !== null ? (
        <ErrorState error={sheet.error.error} onRetry={() => void sheet.refetch()} />
      ) : (
        <Skeleton h="16rem" radius="lg" aria-busy="true" />
      )}
    </article>
  );
}
