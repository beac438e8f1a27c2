import { Button } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import { PaperPart } from './paper-part.tsx';
import { useCampaignPaper } from './use-campaign-paper.ts';

function TableButton({ row, most }: { readonly row: CampaignRow; readonly most: number }) {
  const { t } = useTranslation();
  const { say, sayError } = useUndo();
  const { run, isRunning } = useTask('campaigns.exportCalls');
  const save = async () => {
    const saved = await run({ id: row.id, most, format: 'xlsx' }, t('campaigns.paper.running'));
    if (!saved.ok) return sayError(saved.error);
    if (saved.value === null) return;
    const rows = t('campaigns.paper.people', { count: saved.value.rows });
    say(t('campaigns.paper.tableSaved', { file: fileNameOf(saved.value.path), rows }));
  };
  return (
    <Button
      variant="subtle"
      leftSection={<IconTable size={16} stroke={1.75} aria-hidden="true" />}
      disabled={isRunning}
      onClick={() => void save()}
    >
      {t('campaigns.paper.table')}
    </Button>
  );
}

/** The next in turn to call, to be printed and ticked. */
export function CallsCard({ row }: { readonly row: CampaignRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sent, limit } = row.today;
  const [most, setMost] = useState(sent < limit ? limit - sent : limit);
  const paper = useCampaignPaper(row, { what: 'calls', most });
  return (
    <PaperPart
      what="calls"
      channel="call"
      paper={paper}
      more={<TableButton row={row} most={most} />}
    >
      <CountField
        label={t('campaigns.paper.most')}
        description={t('campaigns.paper.mostHint', { limit: format.number(limit) })}
        range={{ from: 1, to: 1000 }}
        value={most}
        onChange={(count) => count !== null && setMost(count)}
      />
    </PaperPart>
  );
}
