import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import type { SignKind } from '#renderer/components/sign/sign.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { TimelineItem } from '#shared/contract/interactions/interactions.ts';

/** How one line of the timeline reads. */
export interface ItemWords {
  readonly title: string;
  readonly beside: string | null;
  readonly status: { readonly kind: SignKind; readonly word: string } | null;
  readonly text: string;
  readonly amount: string | null;
}

/** What happened with a customer; a change of their record, or an import, is none. */
export type Happening = Exclude<TimelineItem, { kind: 'change' | 'import' }>;

type Of<K extends Happening['kind']> = Extract<Happening, { kind: K }>;
const plain = { beside: null, status: null, text: '', amount: null } as const;

/** Whether an item happened with the customer, rather than to what is written about them. */
export function isHappening(item: TimelineItem): item is Happening {
  return item.kind !== 'change' && item.kind !== 'import';
}

function contactWords(t: Translate, item: Of<'contact'>): ItemWords {
  const how = t(`timeline.direction.${item.direction}`);
  const outcome = item.outcome === null ? null : t(`timeline.outcome.${item.outcome}`);
  const kind = item.outcome === 'waiting' || item.outcome === 'no-answer' ? 'waiting' : 'good';
  return {
    ...plain,
    title: t(`timeline.channel.${item.channel}`),
    beside: item.handledBy === null ? how : t('timeline.by', { how, who: item.handledBy }),
    status: outcome === null ? null : { kind, word: outcome },
    text:
      item.topic === 'contact' ? item.text : `${t(`timeline.topic.${item.topic}`)}: ${item.text}`,
  };
}

function saleStatus(t: Translate, item: Of<'sale'>, isAhead: boolean): ItemWords['status'] {
  if (isAhead) return { kind: 'due', word: t('customer.afterToday') };
  if (item.isReturn) return { kind: 'changed', word: t('customer.return') };
  if (item.status === 'completed') return null;
  const kind = item.status === 'processing' || item.status === 'unpaid' ? 'waiting' : 'changed';
  const word = t(`customer.status.${item.status}`);
  return { kind, word: item.status === 'unpaid' ? `${word}, ${t('customer.notCounted')}` : word };
}

function saleWords(t: Translate, format: Format, item: Of<'sale'>): ItemWords {
  const rest = item.lineCount - item.products.length;
  const more = rest > 0 && item.products.length > 0 ? t('customer.moreLines', { count: rest }) : '';
  return {
    title:
      item.number === null
        ? t('customer.saleNoNumber')
        : t('customer.sale', { number: item.number }),
    beside: item.paymentMethod,
    status: saleStatus(t, item, format.dayOf(item.at) > format.today),
    text: `${item.products.join(', ')} ${more}`.trim(),
    amount: format.money(item.isReturn ? -Math.abs(item.totalMinor) : item.totalMinor),
  };
}

function paymentWords(t: Translate, format: Format, item: Of<'payment'>): ItemWords {
  const { amountMinor, method, sales, note } = item;
  const about =
    sales.length === 0 ? [] : [t('payments.list.forSales', { sales: sales.join(', ') })];
  return {
    ...plain,
    title: t(amountMinor < 0 ? 'timeline.paidBack' : 'timeline.payment'),
    beside: method,
    text: [...about, ...(note === null ? [] : [note])].join('. '),
    amount: format.money(amountMinor),
  };
}

function complaintWords(t: Translate, format: Format, item: Of<'complaint'>): ItemWords {
  const isOpen = ['received', 'answered', 'diagnosed'].includes(item.state);
  const text = item.solution === null ? item.title : `${item.title}. ${item.solution}`;
  return {
    ...plain,
    title: t('timeline.complaint', { number: item.number }),
    status: { kind: isOpen ? 'due' : 'good', word: t(`complaint.state.${item.state}`) },
    text,
    amount: item.compensationMinor > 0 ? format.money(item.compensationMinor) : null,
  };
}

function claimWords(t: Translate, item: Of<'claim'>): ItemWords {
  const done = { kind: 'good', word: t(`timeline.remedy.${item.remedy}`) } as const;
  const open = { kind: 'waiting', word: t('timeline.claimOpen') } as const;
  return {
    ...plain,
    title: t('timeline.claim', { number: item.number }),
    status: item.isDone ? done : open,
    text: item.product === null ? item.problem : `${item.product}: ${item.problem}`,
  };
}

function reviewWords(t: Translate, item: Of<'review'>): ItemWords {
  const stars = item.rating === null ? null : t('timeline.stars', { count: item.rating });
  return {
    ...plain,
    title: t('timeline.review'),
    beside: stars,
    status: item.isAnswered
      ? { kind: 'good', word: t('timeline.answered') }
      : { kind: 'due', word: t('timeline.notAnswered') },
    text: item.text,
  };
}

function surveyWords(t: Translate, { name, outcome, text }: Of<'survey'>): ItemWords {
  const isAnswered = outcome === 'answered';
  const word = t(`feedback.outcome.${outcome}`);
  const status = { kind: isAnswered ? 'good' : 'waiting', word } as const;
  return { ...plain, title: t('timeline.survey'), beside: name, status, text };
}

function followUpWords(t: Translate, item: Of<'followUp'>): ItemWords {
  return {
    ...plain,
    title: t('timeline.followUp'),
    status: item.isOnTime
      ? { kind: 'good', word: t('timeline.onTime') }
      : { kind: 'waiting', word: t('timeline.late') },
    text: item.reason,
  };
}

function wordsOf(t: Translate, format: Format, item: Happening): ItemWords {
  switch (item.kind) {
    case 'contact':
      return contactWords(t, item);
    case 'sale':
      return saleWords(t, format, item);
    case 'payment':
      return paymentWords(t, format, item);
    case 'complaint':
      return complaintWords(t, format, item);
    case 'claim':
      return claimWords(t, item);
    case 'review':
      return reviewWords(t, item);
    case 'survey':
      return surveyWords(t, item);
    case 'followUp':
      return followUpWords(t, item);
  }
}

/** Turns an item into the words of its line, in the language of now. */
export function useItemWords(): (item: Happening) => ItemWords {
  const { t } = useTranslation();
  const format = useFormat();
  return (item) => wordsOf(t, format, item);
}
