import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from '../insights.module.css';

/** When a silence is too long, in words. */
export function SilenceRule({ second }: Pick<Output<'insights.slipping'>, 'second'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = useSettings().settings.activeMonths;
  const days = second === null ? '' : format.span(second.days);
  return (
    <ul className={classes.notes}>
      <li>{t('insights.slipping.rule')}</li>
      {second === null ? (
        <li>{t('insights.slipping.ruleNone')}</li>
      ) : (
        <li>{t(`insights.slipping.${second.isUsual ? 'ruleFew' : 'ruleTwo'}`, { days })}</li>
      )}
      <li>{t('insights.slipping.ruleGone', { months })}</li>
    </ul>
  );
}
