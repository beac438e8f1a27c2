import { useTranslation } from 'react-i18next';
import { DerivationModal } from '#renderer/components/derivation/derivation-modal.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { rangeText } from './range-text.ts';
import type { Worth } from './worth-chart.ts';

interface Props {
  readonly worth: Worth;
  readonly isOpen: boolean;
  onClose(): void;
}

/** How the total came about, band by band, and where the bands begin. */
export function WorthDerivation({ worth, isOpen, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const bands = worth.bands.filter((band) => band.bars.length > 0);
  return (
    <DerivationModal
      isOpen={isOpen}
      onClose={onClose}
      title={t('insights.worth.question')}
      lead={t('insights.worth.lead')}
      steps={[
        ...bands.map((band) => ({
          label: t(`insights.worth.band.${band.band}`),
          note: `${rangeText(t, format, band)}: ${t('insights.people', { count: band.customers })}`,
          sum: t('insights.worth.ofValue', { percent: format.percent(band.valueShare, 1) }),
          result: format.computed(band.valueMinor),
        })),
        {
          label: t('insights.worth.total'),
          note: t('insights.worth.median', { value: format.computed(worth.medianMinor) }),
          result: format.computed(worth.totalMinor),
          isTotal: true,
        },
      ]}
      foot={t('insights.worth.edges')}
    />
  );
}
