import { useTranslation } from 'react-i18next';
import { fileNameOf } from '#renderer/base/file-name.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useTask } from '#renderer/data/use-task.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import type { Input } from '#shared/contract/index.ts';

type Asked = Omit<Input<'campaigns.onPaper'>, 'id'>;

/** Who would be on a paper of a campaign, and putting it there. */
export function useCampaignPaper(row: CampaignRow, asked: Asked) {
  const { t } = useTranslation();
  const { say, sayError } = useUndo();
  const printing = useTask('campaigns.print');
  const saving = useTask('campaigns.savePdf');
  const of = { id: row.id, ...asked };
  const { data: counts = null, error } = useQuery('campaigns.onPaper', of, { keepPrevious: true });
  const name = `${t(`campaigns.paper.${asked.what}`)} ${row.facts.name}`;
  const put = async (way: 'print' | 'save') => {
    const { run } = way === 'print' ? printing : saving;
    const result = await run({ ...of, name }, t('campaigns.paper.running'));
    if (!result.ok) return sayError(result.error);
    if (result.value === null) return;
    const { path, people, pages, isWhole } = result.value;
    const where =
      way === 'print' ? t('sales.paper.shown') : t('sales.paper.saved', { file: fileNameOf(path) });
    const made = t('campaigns.paper.made', {
      where,
      people: t('campaigns.paper.people', { count: people }),
      pages: t('campaigns.paper.pages', { count: pages }),
    });
    say(isWhole ? made : `${made} ${t('sales.paper.unshown')}`);
  };
  return { counts, error, put, isRunning: printing.isRunning || saving.isRunning };
}

export type CampaignPaper = ReturnType<typeof useCampaignPaper>;
