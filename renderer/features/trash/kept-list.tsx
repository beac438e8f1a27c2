import { useTranslation } from 'react-i18next';
import type { TrashKept } from '#shared/contract/trash/trash.ts';
import classes from './trash.module.css';
import { useWords } from './use-words.ts';

/** What stays in the trash, by name, each with why; and how many more do. */
export function KeptList({ kept: { count, named } }: { readonly kept: TrashKept }) {
  const { t } = useTranslation();
  const words = useWords();
  const more = count - named.length;
  return (
    <>
      <ul className={classes.kept}>
        {named.map(({ kind, id, name, obstacle }) => (
          <li key={`${kind} ${id}`}>
            <b>{t('trash.kept.named', { what: t(`trash.one.${kind}`), name }).trim()}</b>
            {words.why(obstacle)}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('trash.kept.more', { count: more })}</p>}
    </>
  );
}
