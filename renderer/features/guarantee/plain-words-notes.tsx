import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { Language } from '#shared/contract/settings.ts';
import {
  checkPlainWords,
  type PlainWordsFinding,
  type PolicyPart,
} from '#shared/domain/text/plain-words.ts';
import classes from './policy.module.css';
import { type PolicyTerms, policyLines } from './policy-text.ts';

const SHOWN = 6;
const LONGEST = 90;

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function noteOf(t: Translate, { kind, text, proposal }: PlainWordsFinding): string {
  const values = { text: cut(text) };
  if (proposal === null) return t(`guarantee.plain.${kind}`, values);
  if (proposal === '') return t('guarantee.plain.drop', values);
  return t(`guarantee.plain.${kind}Rather`, { ...values, rather: proposal });
}

/** What the whole text does not say, and what its own field is empty of. */
function missingParts(terms: PolicyTerms, text: string, language: Language): PolicyPart[] {
  const empty: Partial<Record<PolicyPart, boolean>> = {
    covers: terms.covers.trim() === '',
    excludes: terms.excludes.trim() === '',
    claim: terms.howToClaim.trim() === '',
  };
  const { missing } = checkPlainWords(text, language);
  const parts: readonly PolicyPart[] = ['length', 'covers', 'excludes', 'claim'];
  return parts.filter((part) => empty[part] ?? missing.includes(part));
}

/** What a buyer would stumble over in the text so far, and what it does not say; or that all is well. */
export function PlainWordsNotes({ terms }: { readonly terms: PolicyTerms }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { language } = format;
  const fields = [terms.covers, terms.excludes, terms.howToClaim];
  const findings = fields.flatMap((text) => checkPlainWords(text, language).findings);
  const notes = [...new Set(findings.map((one) => noteOf(t, one)))];
  const missing = missingParts(terms, policyLines(t, format, terms).join('\n'), language);
  const rest = notes.length - SHOWN;
  const isGood = notes.length === 0 && missing.length === 0;
  return (
    <section className={classes.notes} aria-label={t('guarantee.plain.title')}>
      <h3>{t('guarantee.plain.title')}</h3>
      {isGood && <StatusBadge kind="good">{t('guarantee.plain.good')}</StatusBadge>}
      <ul>
        {missing.map((part) => (
          <li key={part}>
            <StatusBadge kind="due">{t('guarantee.plain.missing')}</StatusBadge>
            <span>{t(`guarantee.plain.part.${part}`)}</span>
          </li>
        ))}
        {notes.slice(0, SHOWN).map((note) => (
          <li key={note}>
            <StatusBadge kind="changed">{t('guarantee.plain.easier')}</StatusBadge>
            <span>{note}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{t('guarantee.plain.more', { count: rest })}</p>}
    </section>
  );
}
