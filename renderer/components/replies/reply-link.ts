import { waLink } from '#shared/domain/text/phone.ts';

/** The longest address that is handed to the system. */
export const longestLink = 2000;

/** How a reply leaves: `open` copies it and opens the page it is pasted on. */
export type Way = 'whatsapp' | 'email' | 'copy' | 'open';

interface Receiver {
  readonly phone: string | null;
  readonly email: string | null;
  readonly url: string | null;
  readonly isPublic: boolean;
}

/** The ways that there are, the best first. */
export function waysTo({ phone, email, url, isPublic }: Receiver): readonly [Way, ...Way[]] {
  if (isPublic) return url === null ? ['copy'] : ['open', 'copy'];
  const direct: Way[] = [];
  if (phone?.startsWith('+') === true) direct.push('whatsapp');
  if (email !== null) direct.push('email');
  const [best, ...others] = direct;
  return best === undefined ? ['copy'] : [best, ...others, 'copy'];
}

export interface ReplyLink {
  /** Null: nothing is opened. */
  readonly url: string | null;
  /** The text goes by the clipboard. */
  readonly isCopied: boolean;
  /** It is copied only because the address would be too long. */
  readonly isTooLong: boolean;
}

function mailAddress(email: string): string {
  return `mailto:${email.replace(/[^\w.@+-]/g, encodeURIComponent)}`;
}

/** What is opened and what is copied for a reply by one way. */
export function linkFor(
  way: Way,
  to: Receiver,
  mail: { readonly subject: string; readonly text: string },
): ReplyLink {
  const text = encodeURIComponent(mail.text);
  const subject = `subject=${encodeURIComponent(mail.subject)}`;
  if (way === 'copy') return { url: null, isCopied: true, isTooLong: false };
  if (way === 'open') return { url: to.url, isCopied: true, isTooLong: false };
  const bare =
    way === 'whatsapp' ? waLink(to.phone ?? '') : `${mailAddress(to.email ?? '')}?${subject}`;
  const whole = way === 'whatsapp' ? `${bare}?text=${text}` : `${bare}&body=${text}`;
  const isTooLong = whole.length > longestLink;
  return { url: isTooLong ? bare : whole, isCopied: isTooLong, isTooLong };
}
