import type { DeedEntry } from '#shared/contract/history.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Translate } from './i18n.ts';

/** What is needed of a deed to say it. */
export type Deed = Pick<DeedEntry, 'deed' | 'label' | 'records'>;

/** Deeds that are done to many at once, each with the table whose rows say to how many. */
const counted = { customerTrashed: 'customers', customersTagged: 'customer_tags' } as const;

function isCounted(deed: string): deed is keyof typeof counted {
  return deed in counted;
}

function countOf({ deed, records }: Deed): number {
  if (!isCounted(deed)) return 0;
  return records.find(({ entity }) => entity === counted[deed])?.count ?? 0;
}

/** What was done, and to what: `2 customers moved to the trash (Siti, Budi)`. */
export function plainDeed(t: Translate, done: Deed): string {
  const { deed, label } = done;
  const count = countOf(done);
  const what =
    count > 1 && isCounted(deed) ? t(`history.many.${deed}`, { count }) : t(`history.deed.${deed}`);
  return label === '' ? what : `${what} (${label})`;
}

/** A deed of the history in one sentence: an import with its files and rows, an undoing with what it undid. */
export function deedText(t: Translate, entry: DeedEntry): string {
  if (entry.kind === 'import') {
    const rows = t('history.rows', { count: entry.rowsRead ?? 0 });
    return t('history.imported', { files: entry.label, rows });
  }
  const what = plainDeed(t, entry);
  if (entry.kind !== 'undo') return what;
  return t(entry.isRedo ? 'history.redid' : 'history.undid', { what });
}

type Undone = Output<'history.undo'>;

const reasons = ['changed', 'partly', 'inUse', 'gone'] as const;

/** So many are named; the others are counted. */
const named = 3;

function namesText(t: Translate, kept: Undone['kept']): string {
  const names = kept.map(({ entity, name }) =>
    name === '' ? t(`history.record.${entity}`) : name,
  );
  const more = names.length - named;
  return more > 0 ? `${names.slice(0, named).join(', ')} +${more}` : names.join(', ');
}

/** What was left as it is, by name, and why: a sentence for each reason. */
export function keptTexts(t: Translate, kept: Undone['kept']): readonly string[] {
  return reasons.flatMap((why) => {
    const alike = kept.filter((one) => one.why === why);
    if (alike.length === 0) return [];
    return [t(`history.kept.${why}`, { count: alike.length, names: namesText(t, alike) })];
  });
}

/** How many records of each kind, as a list: `2 customers and 1 tag`. */
export function recordsText(t: Translate, records: Deed['records'], language: string): string {
  const texts = records.map(({ entity, count }) => t(`history.records.${entity}`, { count }));
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(texts);
}

/** What undoing a change did, in one sentence. */
export function undoneLead(t: Translate, undone: Undone): string {
  const what = plainDeed(t, undone);
  if (undone.records.length === 0) return t('history.nothingUndone', { what });
  return undone.isRedo ? t('history.redone', { what }) : t('app.undoneWhat', { what });
}

/** The same, and what was left as it is. */
export function undoneText(t: Translate, undone: Undone): string {
  return [undoneLead(t, undone), ...keptTexts(t, undone.kept)].join(' ');
}
