import { useTranslation } from 'react-i18next';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import type { CampaignState } from '#shared/domain/vocabulary/campaigns.ts';

const signs = { draft: 'changed', running: 'new', paused: 'waiting', done: 'good' } as const;

/** How a campaign stands. */
export function StateSign({ state }: { readonly state: CampaignState }) {
  const { t } = useTranslation();
  return <StatusBadge kind={signs[state]}>{t(`campaigns.state.${state}`)}</StatusBadge>;
}
