import { useTranslation } from 'react-i18next';
import {
  DerivationModal,
  type DerivationStep,
} from '#renderer/components/derivation/derivation-modal.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { isActiveLayer, type Pyramid } from './pyramid-chart.ts';

interface Props {
  readonly pyramid: Pyramid;
  readonly isOpen: boolean;
  onClose(): void;
}

/** Where the layers are cut, and each share as a sum. */
export function PyramidDerivation({ pyramid, isOpen, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { settings } = useSettings();
  const { layers, active, revenueMinor, positiveMinor } = pyramid;
  const everybody = layers.reduce((sum, row) => sum + row.customers, 0);
  const revenue = format.money(revenueMinor);
  const positive = format.money(positiveMinor);
  const isTakenOff = positiveMinor !== revenueMinor;
  const shares = layers
    .filter((row) => isActiveLayer(row.layer))
    .map((row): DerivationStep => {
      const people = t('insights.people', { count: row.customers });
      const share = format.percent(row.customerShare, 1);
      return {
        label: t(`layer.${row.layer}`),
        note: t('insights.pyramid.shareOfAll', { people, share, all: format.number(everybody) }),
        sum: `${format.money(row.revenueMinor)} ÷ ${positive}`,
        result: format.percent(row.revenueShare, 1),
      };
    });
  const window = { from: format.date(pyramid.from), to: format.date(pyramid.to) };
  return (
    <DerivationModal
      isOpen={isOpen}
      onClose={onClose}
      title={t('insights.pyramid.question')}
      lead={t('insights.pyramid.lead', { ...window, count: settings.activeMonths })}
      steps={[
        {
          label: t('insights.pyramid.active'),
          note: t('insights.pyramid.activeNote'),
          result: t('insights.people', { count: active }),
        },
        ...shares,
        ...(isTakenOff ? [{ label: t('insights.pyramid.positive'), result: positive }] : []),
        { label: t('insights.pyramid.revenue'), result: revenue, isTotal: true },
      ]}
      foot={t('insights.pyramid.foot')}
    />
  );
}
