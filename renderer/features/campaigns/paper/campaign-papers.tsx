import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import { CallsCard } from './calls-card.tsx';
import { LabelsCard } from './labels-card.tsx';
import { LettersCard } from './letters-card.tsx';

/** What a campaign that runs can put on paper, by the way it goes. */
export function CampaignPapers({ row }: { readonly row: CampaignRow }) {
  if (row.state !== 'running') return null;
  if (row.facts.channel === 'call') return <CallsCard row={row} />;
  if (row.facts.channel !== 'letter') return null;
  return (
    <>
      <LettersCard row={row} />
      <LabelsCard row={row} />
    </>
  );
}
