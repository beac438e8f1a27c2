import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignLink } from '#renderer/components/campaigns/campaign-link.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { CampaignMember, CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import { unknownFields } from '#shared/domain/campaigns/merge.ts';
import type { Turn } from '#shared/domain/vocabulary/campaigns.ts';

interface Props {
  readonly row: CampaignRow;
  readonly member: CampaignMember;
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** The text to one, and what is done about it: by the mouse, or by one key each. */
export function useQueue({ row, member }: Props) {
  const { t } = useTranslation();
  const { channel } = row.facts;
  const link = useCommand('settings.openLink');
  const decide = useCommand('campaigns.decide');
  const { say, sayError } = useUndo();
  const [text, setText] = useState(member.text);
  const [isOpened, setOpened] = useState(false);
  const name = member.name === '' ? t('customers.noName') : member.name;
  const isRunning = link.isRunning || decide.isRunning;
  const open = async () => {
    // A letter is printed with all the others.
    if (channel === 'letter') return;
    const { url, isCopied } = campaignLink(channel, member, text);
    if (isCopied) await copy(text).catch(() => undefined);
    const opened = await link.run({ url });
    if (!opened.ok) return sayError(opened.error);
    setOpened(true);
    if (isCopied) say(t('campaigns.queue.copied'));
  };
  const turn = async (to: Turn) => {
    const input = { memberId: member.memberId, to, text: to === 'sent' ? text : '' };
    const decided = await decide.run(input, t(`campaigns.said.${to}`, { name }));
    if (!decided.ok) sayError(decided.error);
  };
  const unlessRunning = (run: () => Promise<void>) => () => {
    if (!isRunning && document.querySelector('[role="dialog"]') === null) void run();
  };
  useHotkeys([
    ['1', unlessRunning(open)],
    ['2', unlessRunning(() => turn('sent'))],
    ['3', unlessRunning(() => turn('skipped'))],
    ['4', unlessRunning(() => turn('unreachable'))],
    ['5', unlessRunning(() => turn('refused'))],
  ]);
  const isGapped = unknownFields(text).length > 0 || /\{[^{}]*\}/u.test(text);
  return { name, text, setText, open, turn, isRunning, isOpened, isGapped };
}
