import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { StoredPointRule } from '#shared/contract/loyalty/shapes.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import classes from '../loyalty.module.css';
import { RuleDialog } from './rule-dialog.tsx';
import { ruleSentences } from './rule-words.ts';

function Rule({ rule }: { readonly rule: StoredPointRule }) {
  const { t } = useTranslation();
  const format = useFormat();
  const from = rule.fromOn > format.today ? 'from' : 'since';
  return (
    <li className={classes.rule}>
      <b>{t(`loyalty.rule.${from}`, { date: format.date(rule.fromOn) })}</b>
      <span>{ruleSentences(t, format, rule).join(' ')}</span>
    </li>
  );
}

/** Gives no points any more from tomorrow on. */
function StopButton({ last }: { readonly last: StoredPointRule }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const { run, isRunning } = useCommand('loyalty.setRule');
  const { sayError } = useUndo();
  const { id: _, createdAt: __, ...rule } = last;
  const tomorrow = addDays(today, 1);
  const fromOn = [last.fromOn, tomorrow].sort().at(-1) ?? tomorrow;
  const stop = async () => {
    const done = await run({ rule: { ...rule, points: 0, fromOn } }, t('loyalty.rule.stoppedSaid'));
    if (!done.ok) sayError(done.error);
  };
  return (
    <Button disabled={isRunning} onClick={() => void stop()}>
      {t('loyalty.rule.stop')}
    </Button>
  );
}

/** By which rules points are given, the newest first, and the ways to another one. */
export function RuleCard({ rules }: { readonly rules: readonly StoredPointRule[] }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const last = rules.at(-1);
  if (last === undefined) return null;
  return (
    <Card title={t('loyalty.rule.title')} ruled>
      <ul className={classes.rules}>
        {rules.toReversed().map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </ul>
      <p className={classes.acts}>
        <Button onClick={() => setOpen(true)}>
          {t(last.points === 0 ? 'loyalty.rule.again' : 'loyalty.rule.change')}
        </Button>
        {last.points > 0 && <StopButton last={last} />}
      </p>
      {isOpen && <RuleDialog last={last} onClose={() => setOpen(false)} />}
    </Card>
  );
}
