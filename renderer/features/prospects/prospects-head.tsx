import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SalesTabs } from '#renderer/components/sale/sales-tabs.tsx';

interface Props {
  readonly view: 'board' | 'list';
  /** What else can be done here. */
  readonly children?: ReactNode;
  onNew(): void;
}

/** The head of both views of prospects, and the way from one to the other. */
export function ProspectsHead({ view, children, onNew }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <>
      <PageHeader
        title={t('nav.prospects')}
        actions={
          <>
            {children}
            <SegmentedControl
              aria-label={t('prospects.views')}
              value={view}
              data={[
                { value: 'board', label: t('prospects.viewBoard') },
                { value: 'list', label: t('prospects.viewList') },
              ]}
              onChange={(next) => go(next === 'board' ? 'prospects' : 'prospectList')}
            />
            <Button
              variant="filled"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
              onClick={onNew}
            >
              {t('prospects.new')}
            </Button>
          </>
        }
      />
      <SalesTabs />
    </>
  );
}
