import i18next from 'i18next';
import { formatDate } from '#renderer/components/format-date.ts';
import {
  type AppError,
  assertNever,
  type BadCopyProblem,
  type BadFileReason,
  type StorageReason,
} from '#shared/errors.ts';
import { type Translate, textOf } from './i18n.ts';

/** What a failure says to a person: what happened, and then what is safe and what to do next. */
export interface ErrorText {
  readonly title: string;
  readonly text: string;
  /** For whoever helps: a code, an incident number, a detail without personal data. */
  readonly technical: string;
}

/** What a file that cannot be read is to a person, by what was found in it. */
const FILE_KINDS = {
  pdf: 'picture',
  png: 'picture',
  jpeg: 'picture',
  gif: 'picture',
  webp: 'picture',
  zip: 'packed',
  gzip: 'packed',
  '7z': 'packed',
  rar: 'packed',
  'office document': 'document',
  rtf: 'document',
  sqlite: 'other',
  binary: 'other',
  xls: 'oldWorkbook',
  sylk: 'oldWorkbook',
  html: 'webTable',
  xml: 'webTable',
  'group-chat': 'groupChat',
} as const;

function isKnownKind(detail: string | undefined): detail is keyof typeof FILE_KINDS {
  return detail !== undefined && Object.hasOwn(FILE_KINDS, detail);
}

function badFile(t: Translate, reason: BadFileReason, detail: string | undefined): ErrorText {
  if (reason === 'unsupported' && isKnownKind(detail)) {
    const kind = FILE_KINDS[detail];
    return {
      title: t(`error.fileKind.${kind}.title`),
      text: `${t(`error.fileKind.${kind}.next`)} ${t('error.nothingChanged')}`,
      technical: `${reason}: ${detail}`,
    };
  }
  return {
    title: t(`error.file.${reason}.title`),
    text: `${t(`error.file.${reason}.next`)} ${t('error.nothingChanged')}`,
    technical: detail === undefined ? reason : `${reason}: ${detail}`,
  };
}

function badExport(t: Translate, error: Extract<AppError, { code: 'BAD_EXPORT' }>): ErrorText {
  const { code, problem, file, at } = error;
  return {
    title: t(`error.export.${problem}.title`, { file, at }),
    text: `${t(`error.export.${problem}.next`)} ${t('error.nothingChanged')}`,
    technical: `${code} ${problem} ${file} ${at}`.trim(),
  };
}

function badCopy(t: Translate, problem: BadCopyProblem): ErrorText {
  return {
    title: t(`error.copy.${problem}.title`),
    text: `${t(`error.copy.${problem}.next`)} ${t('error.nothingChanged')}`,
    technical: `BAD_COPY ${problem}`,
  };
}

function lockedPeriod(
  t: Translate,
  error: Extract<AppError, { code: 'PERIOD_LOCKED' }>,
): ErrorText {
  const language = i18next.language === 'id' ? 'id' : 'en';
  const [from, to] = [error.from, error.to].map((day) => formatDate(day, language));
  return {
    title: t('error.periodLocked.title', { from, to }),
    text: t('error.periodLocked.next'),
    technical: `${error.code} ${error.from} ${error.to}`,
  };
}

function storage(t: Translate, reason: StorageReason): ErrorText {
  return {
    title: t(`error.storage.${reason}.title`),
    text: t(`error.storage.${reason}.next`),
    technical: reason,
  };
}

/** What a rule does not allow yet, and what to do first; null: no rule, somebody else was quicker. */
function refused(t: Translate, reason: string): ErrorText | null {
  const key = `error.reason.${reason}`;
  if (!i18next.exists(key)) return null;
  const loose = t as unknown as (key: string) => string;
  return { title: t('error.refused.title'), text: loose(key), technical: `CONFLICT ${reason}` };
}

/** The one place where an error becomes words: every code, in the language of `t`. */
export function errorText(t: Translate, error: AppError): ErrorText {
  const technical = error.code;
  switch (error.code) {
    case 'VALIDATION': {
      const problems = error.issues.map((issue) => textOf(t, 'problem', issue.problem));
      const what = [...new Set(problems)].join(' ');
      const fields = error.issues.map((issue) => `${issue.path} ${issue.problem}`).join(', ');
      return {
        title: t('error.validation.title'),
        text: `${what} ${t('error.validation.next')}`.trim(),
        technical: `${technical}: ${fields}`,
      };
    }
    case 'NOT_FOUND':
      return { title: t('error.notFound.title'), text: t('error.notFound.next'), technical };
    case 'CONFLICT':
      return (
        refused(t, error.reason) ?? {
          title: t('error.conflict.title'),
          text: t('error.conflict.next'),
          technical,
        }
      );
    case 'IN_USE':
      return { title: t('error.inUse.title'), text: t('error.inUse.next'), technical };
    case 'PERIOD_LOCKED':
      return lockedPeriod(t, error);
    case 'BAD_FILE':
      return badFile(t, error.reason, error.detail);
    case 'BAD_EXPORT':
      return badExport(t, error);
    case 'BAD_COPY':
      return badCopy(t, error.problem);
    case 'CANCELLED':
      return { title: t('error.cancelled.title'), text: t('error.cancelled.next'), technical };
    case 'STORAGE':
      return storage(t, error.reason);
    case 'INTERNAL':
      return {
        title: t('error.internal.title'),
        text: t('error.internal.next'),
        technical: `${technical} ${error.incident}`,
      };
    default:
      return assertNever(error);
  }
}
