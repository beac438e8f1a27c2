import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Sign } from '#renderer/components/sign/sign.tsx';
import type { Finding, ReplyCheck } from '#shared/domain/replies/check.ts';
import type { Spot } from '#shared/domain/replies/merge.ts';
import classes from './reply.module.css';

/** What is missing is said once there is something to miss it in. */
const FEWEST_WORDS = 12;
const MOST_QUOTES = 3;

interface Props {
  readonly text: string;
  readonly check: ReplyCheck;
  /** Fields that could be filled now; null: none. */
  readonly onFill: (() => void) | null;
  /** Name or contact of who signs are not settled. */
  readonly isSignerUnknown: boolean;
  onShow(spot: Spot): void;
}

function Quotes({
  finding,
  text,
  onShow,
}: { readonly finding: Finding } & Pick<Props, 'text' | 'onShow'>) {
  const { t } = useTranslation();
  return finding.spots.slice(0, MOST_QUOTES).map((spot) => {
    const words = text.slice(spot.start, spot.end);
    return (
      <button
        key={spot.start}
        type="button"
        className={classes.quote}
        aria-label={t('reply.show', { words })}
        onClick={() => onShow(spot)}
      >
        “{words}”
      </button>
    );
  });
}

/** What to change, why, and what to write instead; a quote leads to its place in the text. */
export function ReplyFindings({ text, check, onFill, isSignerUnknown, onShow }: Props) {
  const { t } = useTranslation();
  const isYoung = check.words < FEWEST_WORDS;
  // First what would do harm; what is missing is said when that is gone.
  const doesHarm = check.findings.some(({ severity }) => severity === 'stop');
  const shown = check.findings.filter(
    ({ key }) => !key.startsWith('no-') || !(isYoung || doesHarm),
  );
  if (shown.length === 0) return null;
  return (
    <ul className={classes.findings} aria-label={t('reply.findings')}>
      {shown.map((finding) => (
        <li key={finding.key} data-severity={finding.severity}>
          <Sign kind={finding.severity === 'stop' ? 'wrong' : 'due'} />
          <div>
            <b>{t(`reply.finding.${finding.key}.title`)}</b>{' '}
            <Quotes finding={finding} text={text} onShow={onShow} />
            <p>{t(`reply.finding.${finding.key}.text`)}</p>
            {finding.key === 'unfilled' && onFill !== null && (
              <Button size="compact-xs" onClick={onFill}>
                {t('reply.fill')}
              </Button>
            )}
            {finding.key === 'unfilled' && isSignerUnknown && (
              <Link href={addressOf('settings')}>{t('reply.settings')}</Link>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
