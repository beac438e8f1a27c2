import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { usePeriodName } from '#renderer/components/locked/use-period-name.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { PackRow } from '#shared/contract/accountant/periods.ts';
import classes from './periods.module.css';

interface Props {
  readonly pack: PackRow;
  onClose(): void;
}

/** Says what handing over means, before the period is locked. */
export function HandOverDialog({ pack, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const period = usePeriodName()(pack);
  const { run, isRunning, error } = useCommand('accountant.handOver');
  const { changes, revenueMinor } = pack.since;
  const handOver = async () => {
    const result = await run({ packId: pack.id }, t('period.handOver.done', { period }));
    if (result.ok) onClose();
  };
  return (
    <Dialog title={t('period.handOver.title', { period })} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void handOver();
        }}
      >
        <p>
          {t('period.handOver.lead', { from: format.date(pack.from), to: format.date(pack.to) })}
        </p>
        <p>{t('period.handOver.later')}</p>
        {changes > 0 && (
          <p role="note" className={classes.note}>
            {t('period.handOver.changed', {
              count: changes,
              difference: format.money(revenueMinor),
            })}
          </p>
        )}
        <FormFoot
          save={t('period.handOver.do')}
          error={error}
          isRunning={isRunning}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
