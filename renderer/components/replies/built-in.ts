import type { ReplyTemplate } from '#shared/contract/replies.ts';
import type { Language } from '#shared/contract/settings.ts';
import { type MergeValues, mergeReply } from '#shared/domain/replies/merge.ts';
import { en, id } from '#shared/locale/index.ts';

/** The kinds of reply that come with the app, the one wanted most often first. */
export const builtInKeys = ['late', 'damaged', 'quality', 'service', 'neutral', 'praise'] as const;
export type BuiltInKey = (typeof builtInKeys)[number];

interface Situation {
  readonly isPublic: boolean;
  readonly values: Partial<MergeValues>;
}

function isKnown(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== '';
}

/** What the third step can say: in public no amounts, and without a solution none is made up. */
function endingOf(key: BuiltInKey, { isPublic, values }: Situation) {
  if (key === 'praise' || key === 'neutral') return key;
  if (isPublic) return 'public';
  if (!isKnown(values.solution)) return 'open';
  return isKnown(values.compensation) ? 'compensated' : 'solved';
}

/** A built-in template for the situation, its fields not filled in yet. */
export function builtInTemplate(
  key: BuiltInKey,
  language: Language,
  situation: Situation,
): ReplyTemplate {
  const { reply } = language === 'id' ? id : en;
  const { name, thanks, standard } = reply.template[key];
  return { name, language, thanks, standard, amends: reply.ending[endingOf(key, situation)] };
}

/** The three steps in one go, filled in; what is not known stays as it is written. */
export function replyOf(template: ReplyTemplate, values: Partial<MergeValues>): string {
  const { thanks, standard, amends } = template;
  return mergeReply([thanks, standard, amends].join(' '), values);
}

/** A built-in reply: who or what has no name is called by a plain word. */
export function builtInReply(key: BuiltInKey, language: Language, situation: Situation): string {
  const { reply } = language === 'id' ? id : en;
  const { values } = situation;
  const named = {
    ...values,
    name: isKnown(values.name) ? (values.name ?? '') : reply.someone,
    product: isKnown(values.product) ? (values.product ?? '') : reply.goods,
  };
  return replyOf(builtInTemplate(key, language, situation), named);
}
