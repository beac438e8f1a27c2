import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { useWhen } from '#renderer/components/use-when.ts';
import type { ComplaintPage } from '#shared/contract/complaints-page.ts';
import classes from '../forms.module.css';

interface Props {
  readonly page: ComplaintPage;
  onClose(): void;
}

/** Every step with its moment and words, the newest first, those before a reopening too. */
export function EventsDialog({ page, onClose }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  return (
    <Dialog onClose={onClose} title={t('complaint.events.title')} size="lg">
      <ol className={classes.events}>
        {page.events.toReversed().map(({ move, at, note }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step that was taken never moves
          <li key={`${move} ${at} ${index}`}>
            <b>{t(`complaint.events.${move}`)}</b>
            <time dateTime={at}>{when.full(at, move !== 'receive' || page.facts.hasTime)}</time>
            {note !== null && note !== '' && <p>{note}</p>}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
