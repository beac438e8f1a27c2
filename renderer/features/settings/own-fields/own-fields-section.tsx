import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { useOwnFields } from '#renderer/components/own-fields/use-own-fields.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { OwnField } from '#shared/contract/customers/fields.ts';
import { mostOwnFields } from '#shared/domain/own-fields/own-fields.ts';
import { FieldDialog } from './field-dialog.tsx';
import classes from './own-fields.module.css';
import { RemoveDialog } from './remove-dialog.tsx';

interface LineProps {
  readonly field: OwnField;
  readonly count: number | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onEdit(): void;
  onRemove(): void;
}

interface ActProps {
  readonly label: string;
  readonly Icon: typeof IconTrash;
  readonly isOff?: boolean;
  onClick(): void;
}

function Act({ label, Icon, isOff = false, onClick }: ActProps) {
  return (
    <ActionIcon variant="subtle" aria-label={label} disabled={isOff} onClick={onClick}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
    </ActionIcon>
  );
}

function Line({ field, count, isFirst, isLast, onEdit, onRemove }: LineProps) {
  const { t } = useTranslation();
  const { run, isRunning } = useCommand('customers.moveField');
  const { sayError } = useUndo();
  const { id, name, type, choices } = field;
  const move = async (by: -1 | 1) => {
    const result = await run({ id, by });
    if (!result.ok) sayError(result.error);
  };
  const said = (act: 'up' | 'down' | 'edit' | 'remove') => t(`customers.own.${act}`, { name });
  const [isTop, isBottom] = [isFirst || isRunning, isLast || isRunning];
  return (
    <li className={classes.line}>
      <div>
        <b>{name}</b>
        <p className={classes.quiet}>
          {t(`customers.own.type.${type}`)}
          {choices.length > 0 && `: ${choices.join(', ')}`}
        </p>
      </div>
      <span className={classes.quiet}>
        {count !== undefined && t('customers.own.filled', { count })}
      </span>
      <div className={classes.acts}>
        <Act label={said('up')} Icon={IconArrowUp} isOff={isTop} onClick={() => void move(-1)} />
        <Act
          label={said('down')}
          Icon={IconArrowDown}
          isOff={isBottom}
          onClick={() => void move(1)}
        />
        <Act label={said('edit')} Icon={IconPencil} onClick={onEdit} />
        <Act label={said('remove')} Icon={IconTrash} onClick={onRemove} />
      </div>
    </li>
  );
}

type Open = { readonly edit: OwnField | null } | { readonly remove: OwnField } | null;

/** The fields of the customer that the owner made: names, order, and how many have a value. */
export function OwnFieldsSection() {
  const { t } = useTranslation();
  const fields = useOwnFields();
  const { data: counts } = useQuery('customers.fieldCounts', {});
  const [open, setOpen] = useState<Open>(null);
  const countOf = (field: OwnField) =>
    counts === undefined ? undefined : (counts.find(({ id }) => id === field.id)?.count ?? 0);
  const close = () => setOpen(null);
  const isFull = fields.length >= mostOwnFields;
  return (
    <Card title={t('customers.own.title')}>
      <p className={classes.quiet}>{t('customers.own.hint')}</p>
      {fields.length > 0 && (
        <ul className={classes.list} aria-label={t('customers.own.title')}>
          {fields.map((field, index) => (
            <Line
              key={field.id}
              field={field}
              count={countOf(field)}
              isFirst={index === 0}
              isLast={index === fields.length - 1}
              onEdit={() => setOpen({ edit: field })}
              onRemove={() => setOpen({ remove: field })}
            />
          ))}
        </ul>
      )}
      <Button size="xs" disabled={isFull} onClick={() => setOpen({ edit: null })}>
        {t('customers.own.add')}
      </Button>
      {isFull && <p className={classes.quiet}>{t('problem.own-field-many')}</p>}
      {open !== null && 'edit' in open && <FieldDialog field={open.edit} onClose={close} />}
      {open !== null && 'remove' in open && (
        <RemoveDialog field={open.remove} count={countOf(open.remove)} onClose={close} />
      )}
    </Card>
  );
}
