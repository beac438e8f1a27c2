import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { PrintedLetters } from '#shared/contract/campaigns/paper.ts';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import classes from '../campaigns.module.css';
import { PaperPart } from './paper-part.tsx';
import { useCampaignPaper } from './use-campaign-paper.ts';

interface Props {
  readonly row: CampaignRow;
  readonly printed: PrintedLetters;
}

/** Everybody of the last print who still waits has had their letter, at once. */
function BookPart({ row, printed }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { say, sayError } = useUndo();
  const { run, isRunning } = useTask('campaigns.bookLetters');
  const { print, people, waiting } = printed;
  const withPassed = (said: string, count: number) =>
    count === 0 ? said : `${said} ${t('campaigns.paper.passed', { count })}`;
  const book = async () => {
    const done = await run({ id: row.id, print }, row.facts.name);
    if (!done.ok) return sayError(done.error);
    const { booked, passed, batchId } = done.value;
    say(withPassed(t('campaigns.paper.booked', { count: booked }), passed), batchId);
  };
  const hint = t('campaigns.paper.bookHint', { count: people, when: format.moment(printed.at) });
  return (
    <>
      <div className={classes.acts}>
        <Button
          leftSection={<IconCheck size={16} stroke={1.75} aria-hidden="true" />}
          loading={isRunning}
          onClick={() => void book()}
        >
          {t('campaigns.paper.book', { count: waiting })}
        </Button>
      </div>
      <p className={classes.quiet}>{withPassed(hint, people - waiting)}</p>
    </>
  );
}

/** A letter for everybody who waits, and booking those that were printed once they are posted. */
export function LettersCard({ row }: { readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const paper = useCampaignPaper(row, { what: 'letters' });
  const { counts } = paper;
  const printed = counts?.printed ?? null;
  const isNobody = counts === null || counts.people === 0;
  const first = isNobody ? null : <p className={classes.quiet}>{t('campaigns.paper.bookFirst')}</p>;
  const isBookable = printed !== null && printed.waiting > 0;
  const below = isBookable ? <BookPart row={row} printed={printed} /> : first;
  return <PaperPart what="letters" channel="letter" paper={paper} below={below} />;
}
