import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import type { OnPaper } from '#shared/contract/campaigns/paper.ts';
import { type CampaignChannel, leftOutReasons } from '#shared/domain/vocabulary/campaigns.ts';
import classes from '../campaigns.module.css';

interface Props {
  readonly counts: OnPaper;
  readonly channel: CampaignChannel;
}

const before = ['had', 'held'] as const;
const after = ['inTrash', 'twice', 'later', 'tooLong'] as const;

/** From everybody of the campaign to whom the paper has: each line takes its people away. */
export function PaperCounts({ counts, channel }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const noWay = t(channel === 'call' ? 'campaigns.paper.noNumber' : 'campaigns.paper.noAddress');
  const less = [
    ...before.map((key) => [t(`campaigns.paper.count.${key}`), counts[key]] as const),
    ...leftOutReasons.map(
      (why) => [why === 'noWay' ? noWay : t(`campaigns.why.${why}`), counts.leftOut[why]] as const,
    ),
    ...after.map((key) => [t(`campaigns.paper.count.${key}`), counts[key]] as const),
  ];
  const lines = [
    { what: t('campaigns.paper.count.listed'), figure: format.number(counts.listed) },
    ...less
      .filter(([, count]) => count > 0)
      .map(([what, count]) => ({ what, figure: `\u2212${format.number(count)}` })),
    { what: t('campaigns.paper.count.on'), figure: format.number(counts.people), isSum: true },
    ...(counts.unshown > 0
      ? [{ what: t('campaigns.paper.count.unshown'), figure: format.number(counts.unshown) }]
      : []),
  ];
  return (
    <dl className={classes.counts}>
      {lines.map(({ what, figure, ...line }) => (
        <div key={what} data-sum={'isSum' in line || undefined}>
          <dt>{what}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
