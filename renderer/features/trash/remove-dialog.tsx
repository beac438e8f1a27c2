import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ProgressLine } from '#renderer/components/running/progress-line.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import type { TrashChoice } from '#shared/contract/trash/trash.ts';
import { KeptList } from './kept-list.tsx';
import classes from './trash.module.css';
import { useWords } from './use-words.ts';

type Survey = Output<'trash.survey'>;

/** What would go, what with it, and what would stay and why. */
function Weighed({ survey }: { readonly survey: Survey }) {
  const { t } = useTranslation();
  const words = useWords();
  const { going, along, kept } = survey;
  return (
    <div className={classes.weighed}>
      {going.length === 0 ? (
        <p>{t('trash.remove.nothing')}</p>
      ) : (
        <>
          <p>
            <b>{t('trash.remove.goes', { what: words.counts(going) })}</b>{' '}
            {along.length > 0 && t('trash.remove.along', { what: words.counts(along) })}
          </p>
          <p>{t('trash.remove.noUndo')}</p>
        </>
      )}
      {kept.count > 0 && (
        <>
          <p>{t('trash.remove.stays', { count: kept.count })}</p>
          <KeptList kept={kept} />
        </>
      )}
    </div>
  );
}

/** Removes what was shown to go, and says what went and which copy still holds it. */
function useRemove(which: TrashChoice, onRemoved: () => void) {
  const { t } = useTranslation();
  const task = useTask('trash.remove');
  const words = useWords();
  const { say } = useUndo();
  const run = async ({ going, along }: Survey) => {
    const result = await task.run({ which, expected: { going, along } }, t('trash.remove.running'));
    if (!result.ok) return;
    const { removed, copy } = result.value;
    say(t('trash.remove.done', { what: words.counts(removed), copy }));
    onRemoved();
  };
  return { task, run };
}

interface Props {
  readonly which: TrashChoice;
  onClose(): void;
  onRemoved(): void;
}

/** Asks before things go for good, with how many of what go and which stay. */
export function RemoveDialog({ which, onClose, onRemoved }: Props) {
  const { t } = useTranslation();
  const { data: survey, error, isPlaceholderData } = useQuery('trash.survey', { which });
  const { task, run } = useRemove(which, onRemoved);
  const canRemove = survey !== undefined && !isPlaceholderData && survey.going.length > 0;
  return (
    <Dialog title={t('trash.remove.title')} onClose={task.isRunning ? () => undefined : onClose}>
      {survey === undefined && error === null && <p role="status">{t('trash.remove.counting')}</p>}
      {error !== null && <ErrorState error={error.error} />}
      {survey !== undefined && <Weighed survey={survey} />}
      {task.error !== null && <ErrorState error={task.error} />}
      {task.isRunning && (
        <ProgressLine progress={task.progress} label={t('trash.remove.running')} />
      )}
      <div className={classes.buttons}>
        <Button data-autofocus onClick={task.isRunning ? task.cancel : onClose}>
          {t('trash.remove.cancel')}
        </Button>
        {canRemove && (
          <Button
            variant="filled"
            color="red"
            loading={task.isRunning}
            onClick={() => void run(survey)}
          >
            {t('trash.remove.confirm')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
