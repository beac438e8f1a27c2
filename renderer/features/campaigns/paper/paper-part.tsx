import { Button, Skeleton } from '@mantine/core';
import { IconFileDownload, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import type {
  CampaignChannel,
  CampaignPaper as What,
} from '#shared/domain/vocabulary/campaigns.ts';
import classes from '../campaigns.module.css';
import { PaperCounts } from './counts.tsx';
import type { CampaignPaper } from './use-campaign-paper.ts';

interface Props {
  readonly what: What;
  readonly channel: CampaignChannel;
  readonly paper: CampaignPaper;
  /** What is settled before it is printed. */
  readonly children?: ReactNode;
  /** What else can be done with those on it. */
  readonly more?: ReactNode;
  /** What is done once it is printed, whoever is on it by then. */
  readonly below?: ReactNode;
}

/** One paper of a campaign: who is on it and who is not, said before it is printed or saved. */
export function PaperPart({ what, channel, paper, children, more, below }: Props) {
  const { t } = useTranslation();
  const { counts, error, put, isRunning } = paper;
  const isNobody = counts !== null && counts.people === 0;
  const icon = (Icon: typeof IconPrinter) => <Icon size={16} stroke={1.75} aria-hidden="true" />;
  return (
    <Card title={t(`campaigns.paper.${what}`)} ruled>
      <div className={classes.turn}>
        {what !== 'labels' && <p>{t(`campaigns.paper.lead.${what}`)}</p>}
        {children}
        {error !== null && <ErrorState error={error.error} />}
        {counts === null && error === null && <Skeleton h="6rem" radius="lg" aria-busy="true" />}
        {counts !== null && <PaperCounts counts={counts} channel={channel} />}
        {counts?.isWhole === false && counts.unshown === 0 && (
          <p role="status">{t('sales.paper.unshown')}</p>
        )}
        {isNobody && counts.tooLong === 0 && <p role="status">{t('campaigns.paper.nobody')}</p>}
        <div className={classes.acts}>
          <Button
            leftSection={icon(IconPrinter)}
            disabled={isRunning || counts === null || isNobody}
            onClick={() => void put('print')}
          >
            {t(`campaigns.paper.print.${what}`)}
          </Button>
          <Button
            variant="subtle"
            leftSection={icon(IconFileDownload)}
            disabled={isRunning || counts === null || isNobody}
            onClick={() => void put('save')}
          >
            {t(`campaigns.paper.save.${what}`)}
          </Button>
          {!isNobody && more}
        </div>
        {below}
      </div>
    </Card>
  );
}
