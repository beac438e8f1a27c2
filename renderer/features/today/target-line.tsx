import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { readAmount } from '#renderer/components/fields/read-field.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from './today.module.css';

type Target = Output<'targets.get'>;

interface DialogProps {
  readonly target: Target;
  onClose(): void;
}

function useTargetForm({ target, onClose }: DialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run, isRunning, error } = useCommand('targets.set');
  const { month, targetMinor } = target;
  const [text, setText] = useState(targetMinor === null ? '' : format.money(targetMinor));
  const [isTried, setTried] = useState(false);
  const read = readAmount(text, format.currency, format.language);
  const isRight = read.ok && read.value !== 0;
  const save = async () => {
    setTried(true);
    if (!read.ok || read.value === 0) return;
    const name = format.month(month);
    const said =
      read.value === null
        ? t('today.target.dropped', { month: name })
        : t('today.target.saved', { month: name, amount: format.money(read.value) });
    if ((await run({ month, amountMinor: read.value }, said)).ok) onClose();
  };
  return { text, setText, isWrong: isTried && !isRight, save, isRunning, error };
}

/** Asks what the shop means to sell this month; emptied, the target is taken away. */
function TargetDialog(props: DialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { text, setText, isWrong, save, isRunning, error } = useTargetForm(props);
  return (
    <Dialog
      onClose={props.onClose}
      title={t('today.target.title', { month: format.month(props.target.month) })}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          data-autofocus
          autoComplete="off"
          label={t('today.target.amount')}
          description={t('today.target.hint')}
          placeholder={format.money(0)}
          value={text}
          error={isWrong ? t('today.target.wrong') : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FormFoot error={error} isRunning={isRunning} onCancel={props.onClose} />
      </form>
    </Dialog>
  );
}

/** How far the month is towards what the shop means to sell; it is set here. */
export function TargetLine() {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { data } = useQuery('targets.get', {}, { keepPrevious: true });
  if (data === undefined) return null;
  const { targetMinor, soldMinor, day, days } = data;
  const month = format.month(data.month);
  const label = t('today.target.label', { month });
  const lastDay = `${data.month}-${String(days).padStart(2, '0')}`;
  return (
    <div className={classes.target}>
      {targetMinor !== null && (
        <>
          <p className={classes.sofar}>
            {t('today.target.progress', {
              sold: format.money(soldMinor),
              target: format.money(targetMinor),
              percent: format.percent(soldMinor / targetMinor),
              day: format.number(day),
              days: format.number(days),
            })}{' '}
            <Link href={lists.sales.showing({ soldFrom: `${data.month}-01`, soldTo: lastDay })}>
              {t('today.target.sales')}
            </Link>
          </p>
          <progress aria-label={label} max={targetMinor} value={Math.max(0, soldMinor)} />
        </>
      )}
      <Button size="xs" variant="subtle" onClick={() => setOpen(true)}>
        {targetMinor === null ? t('today.target.set', { month }) : t('today.target.change')}
      </Button>
      {isOpen && <TargetDialog target={data} onClose={() => setOpen(false)} />}
    </div>
  );
}
