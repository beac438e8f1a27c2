import { useTranslation } from 'react-i18next';
import type { DraftSource } from '#shared/contract/imports-draft.ts';
import { configure } from '../import-work.ts';
import classes from './columns.module.css';

/** A chat's two sides look alike to the app: which of them is the customer is asked, or shown and changed. */
export function ChatWith({ source }: { readonly source: DraftSource }) {
  const { t } = useTranslation();
  const { id, chat } = source;
  if (chat === null || (chat.with !== null && chat.senders.length < 2)) return null;
  const isAnswered = chat.with !== null;
  return (
    <fieldset
      className={`${classes.fieldset} ${classes.chat}`}
      aria-label={t('import.ask.chatTitle')}
    >
      <div className={classes.ask} data-answered={isAnswered || undefined}>
        <legend className={classes.question}>
          <strong>{t('import.ask.chatTitle')}</strong>
          <span>{t('import.ask.chatText')}</span>
        </legend>
        <div className={classes.options} data-question={isAnswered ? undefined : ''}>
          {chat.senders.map((sender) => (
            <label key={sender} className={classes.option}>
              <input
                type="radio"
                name={`chat-${id}`}
                value={sender}
                checked={chat.with === sender}
                onChange={() => void configure({ sourceId: id, chatWith: sender })}
              />
              <span className={classes.read}>
                <b>{sender}</b>
              </span>
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
