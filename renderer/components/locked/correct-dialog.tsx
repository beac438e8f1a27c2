import { Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { LockedSale } from '#shared/contract/accountant/periods.ts';
import type { SaleId } from '#shared/ids.ts';
import { CorrectedFields } from './corrected-fields.tsx';
import classes from './locked.module.css';
import { type Corrected, useCorrected } from './use-corrected.ts';

const WAYS = ['back', 'anew'] as const;
type Way = (typeof WAYS)[number];

interface Props {
  readonly id: SaleId;
  readonly title: string;
  readonly sale: LockedSale;
  onClose(): void;
}

/** What is booked today, in figures: what is taken back, what is sold anew, what that comes to. */
function Booked({
  sale,
  way,
  corrected,
}: {
  readonly sale: LockedSale;
  readonly way: Way;
  readonly corrected: Corrected;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const back = sale.hasBrought ? -sale.totalMinor : 0;
  const anew = way === 'anew' ? corrected.totalMinor : 0;
  return (
    <p className={classes.booked} role="status">
      {sale.hasBrought && t('period.correct.takenBack', { amount: format.money(back) })}{' '}
      {way === 'anew' &&
        (anew === null
          ? t('period.correct.notYet')
          : t('period.correct.soldAnew', {
              amount: format.money(anew),
              difference: format.money(back + anew),
            }))}
    </p>
  );
}

function useCorrecting({ id, title, sale, onClose }: Props) {
  const { t } = useTranslation();
  const { run, isRunning, error } = useCommand('accountant.correct');
  const corrected = useCorrected(sale);
  const [way, setWay] = useState<Way>(sale.hasBrought ? 'back' : 'anew');
  const [isTried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (way === 'anew' && corrected.corrected === null) return;
    const input = { saleId: id, corrected: way === 'anew' ? corrected.corrected : null };
    const result = await run(input, t('period.correct.done', { what: title }));
    if (result.ok) onClose();
  };
  return { corrected, way, setWay, isTried, save, isRunning, error };
}

/** Books today what a locked sale should have been; the sale itself stays as it was handed over. */
export function CorrectDialog(props: Props) {
  const { title, sale, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { corrected, way, setWay, isTried, save, isRunning, error } = useCorrecting(props);
  return (
    <Dialog title={t('period.correct.title', { what: title })} size="xl" onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>{t('period.correct.lead', { what: title, date: format.date(sale.soldOn) })}</p>
        {sale.hasBrought && (
          <Radio.Group
            label={t('period.correct.way')}
            value={way}
            onChange={(value) => setWay(value === 'anew' ? 'anew' : 'back')}
          >
            <div className={classes.choices}>
              {WAYS.map((one) => (
                <Radio key={one} value={one} label={t(`period.correct.${one}`)} />
              ))}
            </div>
          </Radio.Group>
        )}
        {way === 'anew' && <CorrectedFields corrected={corrected} isTried={isTried} />}
        <Booked sale={sale} way={way} corrected={corrected} />
        <FormFoot
          save={t('period.correct.save')}
          error={error}
          isRunning={isRunning}
          isSticky
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
