import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import record from '#renderer/components/record.module.css';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SaleId } from '#shared/ids.ts';
import { readQuantity } from '../entry/read-line.ts';

interface Props {
  readonly id: SaleId;
  readonly around: Output<'sales.around'>;
  onClose(): void;
}

function useReturn({ id, around, onClose }: Props) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const command = useCommand('sales.return');
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [returnedOn, setDay] = useState(today);
  const [isOnAccount, setOnAccount] = useState(around.isOnAccount);
  const [method, setMethod] = useState('');
  const lines = around.lines
    .filter(({ leftE4 }) => leftE4 > 0)
    .map((line) => {
      const text = typed[line.lineId] ?? '';
      const isEmpty = text.trim() === '' || text.trim() === '0';
      const read = readQuantity(text);
      const backE4 = isEmpty ? 0 : read.ok ? read.value : null;
      return { ...line, text, backE4, isWrong: backE4 === null || backE4 > line.leftE4 };
    });
  const wanted = lines.flatMap(({ lineId, backE4 }) =>
    backE4 === null || backE4 === 0 ? [] : [{ lineId, quantityE4: backE4 }],
  );
  const canSave = wanted.length > 0 && !lines.some(({ isWrong }) => isWrong);
  const save = async () => {
    if (!canSave) return;
    const input = { id, returnedOn, lines: wanted, isOnAccount, method: method || null };
    if ((await command.run(input, t('sales.page.returned'))).ok) onClose();
  };
  const type = (lineId: number, text: string) => setTyped({ ...typed, [lineId]: text });
  return {
    ...{ lines, type, returnedOn, setDay, isOnAccount, setOnAccount, method, setMethod },
    ...{ canSave, save, command },
  };
}

/** How much of each line comes back. */
function Goods({ form }: { readonly form: ReturnType<typeof useReturn> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return form.lines.map(({ lineId, name, leftE4, text, isWrong }) => (
    <TextInput
      key={lineId}
      label={name ?? t('sales.page.nameless')}
      description={t('sales.page.canReturn', { quantity: format.number(leftE4 / 10_000, 4) })}
      autoComplete="off"
      value={text}
      error={isWrong && t('problem.more-than-left')}
      onChange={(event) => form.type(lineId, event.currentTarget.value)}
    />
  ));
}

/** Which goods of a sale come back, and whether money goes with them. */
export function ReturnDialog(props: Props) {
  const { around, onClose } = props;
  const { t } = useTranslation();
  const form = useReturn(props);
  const spent = around.pointsSpent.reduce((sum, { points }) => sum + points, 0);
  return (
    <Dialog onClose={onClose} title={t('sales.page.return')}>
      <form
        className={record.side}
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <Goods form={form} />
        <DayField
          label={t('sales.column.day')}
          value={form.returnedOn}
          onChange={(day) => day !== null && form.setDay(day)}
        />
        {around.isOnAccount && (
          <Checkbox
            label={t('sales.page.offOwed')}
            checked={form.isOnAccount}
            onChange={(event) => form.setOnAccount(event.currentTarget.checked)}
          />
        )}
        <TextInput
          label={t('sales.page.backBy')}
          autoComplete="off"
          maxLength={80}
          value={form.method}
          onChange={(event) => form.setMethod(event.currentTarget.value)}
        />
        {spent > 0 && <p>{t('sales.page.pointsStay', { count: spent })}</p>}
        <FormFoot
          error={form.command.error}
          isRunning={form.command.isRunning}
          canSave={form.canSave}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
