import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { iconOf } from './item-icon.ts';
import { type Happening, useItemWords } from './item-words.ts';
import classes from './timeline.module.css';

interface Props {
  readonly item: Happening;
  onEdit(item: Extract<Happening, { kind: 'contact' }>): void;
}

/** When it was: the day, and the hour where it is known. */
function When({ item }: { readonly item: Happening }) {
  const format = useFormat();
  const { settings } = useSettings();
  const day = format.date(localDay(item.at, settings.timeZone), true);
  return (
    <time className={classes.when} dateTime={item.at}>
      {item.hasTime ? `${day}, ${format.time(item.at)}` : day}
    </time>
  );
}

/** Where an item leads: a complaint or a survey to its page, everything else stays here. */
function Title({ item, text }: { readonly item: Happening; readonly text: string }) {
  if (item.kind === 'complaint')
    return <Link href={addressOf({ complaint: item.id })}>{text}</Link>;
  if (item.kind === 'survey')
    return <Link href={addressOf({ survey: item.surveyId })}>{text}</Link>;
  return <b>{text}</b>;
}

/** One line of the timeline: what, how it stands, when, in the owner's words. */
export function ItemLine({ item, onEdit }: Props) {
  const { t } = useTranslation();
  const words = useItemWords()(item);
  const Icon = iconOf(item);
  return (
    <li className={classes.item} data-kind={item.kind}>
      <span className={classes.dot} aria-hidden="true">
        <Icon size={14} stroke={1.75} />
      </span>
      <div className={classes.words}>
        <p className={classes.head}>
          <Title item={item} text={words.title} />
          {words.beside !== null && <span className={classes.quiet}>{words.beside}</span>}
          {words.status !== null && (
            <StatusBadge kind={words.status.kind}>{words.status.word}</StatusBadge>
          )}
          <When item={item} />
          {item.kind === 'contact' && (
            <Tooltip label={t('timeline.edit')}>
              <ActionIcon
                className={classes.pencil}
                size="sm"
                aria-label={t('timeline.edit')}
                onClick={() => onEdit(item)}
              >
                <IconPencil size={14} stroke={1.75} />
              </ActionIcon>
            </Tooltip>
          )}
        </p>
        {(words.text !== '' || words.amount !== null) && (
          <p className={classes.text}>
            <span>{words.text}</span>
            {words.amount !== null && <span className={classes.amount}>{words.amount}</span>}
          </p>
        )}
      </div>
    </li>
  );
}
