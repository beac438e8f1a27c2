import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SectionTabs } from '#renderer/components/section-tabs.tsx';
import { useClaim } from '#renderer/state/claim.ts';
import { EndingSoon } from './ending-soon.tsx';
import classes from './guarantee-page.module.css';
import { OpenClaims } from './open-claims.tsx';
import { Policies } from './policies.tsx';

/** Guarantees: claims that are open, what ends soon, and what is promised about each product. */
export function GuaranteePage() {
  const { t } = useTranslation();
  const openClaim = useClaim((state) => state.openClaim);
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('guarantee.title')}
        lead={t('guarantee.lead')}
        actions={
          <Button
            variant="filled"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => openClaim(null)}
          >
            {t('guarantee.newClaim')}
          </Button>
        }
      />
      <SectionTabs />
      <div className={classes.columns}>
        <div className={classes.column}>
          <OpenClaims />
          <EndingSoon />
        </div>
        <div className={classes.column}>
          <Policies />
        </div>
      </div>
    </div>
  );
}
