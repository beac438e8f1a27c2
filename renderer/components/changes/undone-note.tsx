import { useTranslation } from 'react-i18next';
import { recordsText, undoneLead } from '#renderer/base/deed-text.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './changes.module.css';
import { nameText } from './words.ts';

const SHOWN = 50;

/** What an undoing came to: what was put back, and what was left as it is, by name, and why. */
export function UndoneNote({ undone }: { readonly undone: Output<'history.undo'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { records, kept } = undone;
  return (
    <div className={classes.said} role="status">
      <p>{undoneLead(t, undone)}</p>
      {records.length > 0 && (
        <p>{t('history.tookBack', { records: recordsText(t, records, format.language) })}</p>
      )}
      {kept.length > 0 && (
        <ul>
          {kept.slice(0, SHOWN).map(({ entity, id, name, why }) => (
            <li key={`${entity} ${id}`}>
              {name === '' ? t(`history.record.${entity}`) : nameText(t, format, name)}:{' '}
              {t(`history.why.${why}`)}
            </li>
          ))}
          {kept.length > SHOWN && <li>{t('history.andMore', { count: kept.length - SHOWN })}</li>}
        </ul>
      )}
    </div>
  );
}
