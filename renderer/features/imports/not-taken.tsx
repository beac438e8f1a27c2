import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { Sign } from '#renderer/components/sign/sign.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import classes from './not-taken.module.css';
import { notTakenLines } from './not-taken-text.ts';

/** What of the files does not come in, said before it is decided and again when it is done. */
export function NotTaken({
  report,
  isDone,
}: {
  readonly report: ImportReport;
  readonly isDone: boolean;
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const lines = notTakenLines(t, { report, isDone }, number);
  const title = isDone ? t('import.notTaken.doneTitle') : t('import.notTaken.title');
  return (
    <Card title={title} padded={false}>
      <ul className={classes.list}>
        {lines.length === 0 && (
          <li data-kind="good">
            <Sign kind="good" />
            <div>{t('import.notTaken.all')}</div>
          </li>
        )}
        {lines.map(({ key, kind, text }) => (
          <li key={key} data-kind={kind}>
            <Sign kind={kind} />
            <div>{text}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
