import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import classes from '../campaigns.module.css';
import { PaperPart } from './paper-part.tsx';
import { useCampaignPaper } from './use-campaign-paper.ts';

/** Everybody whose letter is printed has had it, at once. */
function BookButton({ row, people }: { readonly row: CampaignRow; readonly people: number }) {
  const { t } = useTranslation();
  const { say, sayError } = useUndo();
  const { run, isRunning } = useTask('campaigns.bookLetters');
  const book = async () => {
    const booked = await run({ id: row.id, people }, row.facts.name);
    if (booked.ok) say(t('campaigns.paper.booked', { count: people }), booked.value.batchId);
    else sayError(booked.error);
  };
  return (
    <>
      <Button
        leftSection={<IconCheck size={16} stroke={1.75} aria-hidden="true" />}
        loading={isRunning}
        onClick={() => void book()}
      >
        {t('campaigns.paper.book', { count: people })}
      </Button>
      <p className={classes.quiet}>{t('campaigns.paper.bookHint')}</p>
    </>
  );
}

/** A letter for everybody who waits, and booking them once they are posted. */
export function LettersCard({ row }: { readonly row: CampaignRow }) {
  const paper = useCampaignPaper(row, { what: 'letters' });
  const { counts } = paper;
  return (
    <PaperPart
      what="letters"
      channel="letter"
      paper={paper}
      more={counts !== null && <BookButton row={row} people={counts.people} />}
    />
  );
}
