import { bareNameKey, nameKey } from '../text/names.ts';
import { holdsReach } from './check-shape.ts';

const THANKS = /terima\s?kasih|makasih|trims|matur nuwun|hatur nuhun|thank|grateful|appreciate/iu;
const REGRET = /(?<!\p{L})(?:maaf|menyesal|sesal|sorry|apolog\p{L}+|regret)/iu;
const ADDRESSED =
  /^\W*(?:(?:halo|hai|hi|hello|hey|dear|yth|kepada|selamat (?:pagi|siang|sore|malam)|good (?:morning|afternoon|evening))[\s,.!]+){0,2}(?:pak|bapak|bpk|bu|ibu|kak|kakak|mas|mbak|bang|mr|mrs|ms|dr)\.?\s+(?:haji\s+)?\p{L}{2,}/iu;
const CLOSING =
  /(?:^|[.!?…,]\s*|\n\s*|[-–—]\s*)(?:(?:salam(?: hangat| hormat)?|hormat (?:kami|saya)|(?:kind |best |warm )?regards|sincerely|yours)[\s,]+)?(\p{Lu}[\p{L}.'’-]+(?:\s+[\p{L}.'’-]+){0,3})(?:,\s*[\p{L} ]{2,40})?[.!]?\s*$/u;
const PRIVATE_WAY =
  /(?<!\p{L})(?:nomor (?:ini|saya|kami)|(?:ke|di|lewat|via|melalui) (?:wa|whatsapp|wa saya|dm|inbox|chat|telepon|email|pesan (?:langsung|pribadi))|hubungi (?:saya|kami)|langsung ke (?:saya|kami)|(?:telepon|kabari|kontak|chat|japri|dm|inbox|email|wa|whatsapp|sms) (?:saya|kami)|(?:my|this) number|(?:call|message|text|reach|contact|email|e-mail|ring|whatsapp|write to) (?:me|us)|drop me a line|direct(?:ly)? (?:message|to me)|reach me)(?!\p{L})/iu;
/** Where the reply itself is private, an answer to it is too. */
const REPLY_WAY =
  /(?<!\p{L})(?:balas (?:saja |pesan |chat )?(?:ini|di sini|pesan|chat)?|pesan ini|chat ini|reply (?:here|to (?:me|this)))/iu;

export function hasThanks(text: string): boolean {
  return THANKS.test(text);
}

export function hasRegret(text: string): boolean {
  return REGRET.test(text);
}

function holdsWordOf(text: string, name: string): boolean {
  const words = new Set(nameKey(text).split(' '));
  return bareNameKey(name)
    .split(' ')
    .some((word) => word.length >= 2 && words.has(word));
}

/** Whether the reply speaks to the customer: a word of the name, or Pak, Bu, Mr with a name, at its beginning. */
export function hasName(text: string, customerName: string): boolean {
  const head = text.slice(0, 80);
  return holdsWordOf(head, customerName) || ADDRESSED.test(head);
}

/** Whether somebody has put their name to it. */
export function hasSignature(text: string, replyName: string): boolean {
  if (replyName.trim() !== '' && holdsWordOf(text.slice(-80), replyName)) return true;
  const name = CLOSING.exec(text.trimEnd())?.[1];
  return name !== undefined && !hasThanks(name) && !hasRegret(name);
}

/** Whether the reply says where to go on in private. */
export function hasPrivateWay(text: string, replyContact: string, isPublic: boolean): boolean {
  const contact = replyContact.trim().toLowerCase();
  if (contact !== '' && text.toLowerCase().includes(contact)) return true;
  if (holdsReach(text) || PRIVATE_WAY.test(text)) return true;
  return !isPublic && REPLY_WAY.test(text);
}
