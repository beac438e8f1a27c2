import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { NoteRow } from '#shared/contract/notes/notes.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import classes from './notes.module.css';

/** To whom and what it is pinned, each leading there. */
function PinnedTo({ note }: { readonly note: NoteRow }) {
  const { t } = useTranslation();
  const { customers, products, facts } = note;
  const isGeneral = customers.length + products.length + facts.causes.length === 0;
  return (
    <p className={classes.to}>
      {isGeneral && <span>{t('notes.general')}</span>}
      {customers.map(({ id, name }) => (
        <Link key={`customer ${id}`} href={addressOf({ customer: id })}>
          {name === '' ? t('customers.noName') : name}
        </Link>
      ))}
      {products.map(({ id, name }) => (
        <Link key={`product ${id}`} href={addressOf({ product: id })}>
          {name}
        </Link>
      ))}
      {facts.causes.map((cause) => (
        <Link key={`cause ${cause}`} href={lists.complaints.showing({ cause })}>
          {t('notes.of.cause', { name: cause })}
        </Link>
      ))}
    </p>
  );
}

interface Props {
  readonly note: NoteRow;
  /** On a page of its own, or in a card that has its own heading. */
  readonly heading: 'h2' | 'h3';
  onEdit(): void;
}

/** One how-to, whole: what it says, whom it is about, and what can be done with it. */
export function NoteItem({ note, heading: Heading, onEdit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = useSettings().settings;
  const remove = useCommand('notes.remove');
  const { sayError } = useUndo();
  const { title, text } = note.facts;
  const drop = async () => {
    const result = await remove.run({ id: note.id }, t('notes.removed'));
    if (!result.ok) sayError(result.error);
  };
  return (
    <li className={classes.item}>
      <Heading>{title}</Heading>
      {text !== '' && <p className={classes.text}>{text}</p>}
      <PinnedTo note={note} />
      <div className={classes.foot}>
        <span className={classes.quiet}>
          {t('notes.changedOn', { date: format.date(localDay(note.changedAt, timeZone), true) })}
        </span>
        <span className={classes.acts}>
          <Button
            size="xs"
            variant="subtle"
            aria-label={t('notes.editOf', { title })}
            onClick={onEdit}
          >
            {t('notes.edit')}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            disabled={remove.isRunning}
            aria-label={t('notes.removeOf', { title })}
            onClick={() => void drop()}
          >
            {t('notes.remove')}
          </Button>
        </span>
      </div>
    </li>
  );
}
