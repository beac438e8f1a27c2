import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { AppError } from '#shared/errors.ts';
import { useRunMove } from '../moving/use-run-move.ts';
import classes from '../prospects.module.css';

interface Props {
  readonly row: ProspectRow;
  onClose(): void;
}

const usualDays = 14;

function useOffer({ row, onClose }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { say } = useUndo();
  const task = useTask('prospects.saveOffer');
  const { run: move } = useRunMove();
  const [text, setText] = useState('');
  const [validUntil, setUntil] = useState<string | null>(addDays(today, usualDays));
  const isBefore = row.stage === 'contact' || row.stage === 'need';
  const [moves, setMoves] = useState(isBefore);
  const [error, setError] = useState<AppError | null>(null);
  const save = async () => {
    const { id, title } = row;
    const name = `${t('prospects.offer.what')} ${title}`.slice(0, 120);
    const input = { id, name, text, validUntil };
    const result = await task.run(input, t('prospects.offer.running'));
    setError(result.ok ? null : result.error);
    if (!result.ok || result.value === null) return;
    const { path, isWhole } = result.value;
    const done = t('sales.paper.saved', { file: fileNameOf(path) });
    say(isWhole ? done : `${done} ${t('sales.paper.unshown')}`);
    if (moves) await move(row, 'offer', null);
    onClose();
  };
  const fields = { text, setText, validUntil, setUntil, isBefore, moves, setMoves };
  return { ...fields, error, isRunning: task.isRunning, save };
}

/** Until when it holds, what it says, and whether the prospect moves on with it. */
function Fields({ offer }: { readonly offer: ReturnType<typeof useOffer> }) {
  const { t } = useTranslation();
  return (
    <>
      <DayField
        label={t('prospects.offer.until')}
        clearable
        value={offer.validUntil}
        onChange={offer.setUntil}
      />
      <Textarea
        data-autofocus
        label={t('prospects.offer.text')}
        description={t('prospects.offer.textHint')}
        autosize
        minRows={3}
        maxLength={2000}
        value={offer.text}
        onChange={(event) => offer.setText(event.currentTarget.value)}
      />
      {offer.isBefore && (
        <Checkbox
          label={t('prospects.offer.moves')}
          checked={offer.moves}
          onChange={(event) => offer.setMoves(event.currentTarget.checked)}
        />
      )}
    </>
  );
}

/** What an offer says beside what is offered and its price, and until when it holds; saves it as a PDF. */
export function OfferDialog(props: Props) {
  const { row, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const offer = useOffer(props);
  const { title, worthMinor, customerName } = row;
  const name = customerName === '' ? t('customers.noName') : customerName;
  return (
    <Dialog onClose={onClose} title={t('prospects.offer.title')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (worthMinor !== null) void offer.save();
        }}
      >
        <p>
          {worthMinor === null
            ? t('prospects.offer.noWorth')
            : t('prospects.offer.lead', { title, name, amount: format.money(worthMinor) })}
        </p>
        <Fields offer={offer} />
        <FormFoot
          save={t('prospects.offer.save')}
          error={offer.error}
          isRunning={offer.isRunning}
          canSave={worthMinor !== null}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
