/** The head of a line that begins a message: its day as it is written, its time, and what follows. */
export interface ChatHead {
  /** The three numbers of the day, in the order in which they are written. */
  readonly day: readonly [number, number, number];
  readonly dayText: string;
  /** `HH:MM`. */
  readonly time: string;
  readonly rest: string;
}

const DAY = '(\\d{1,4})[./-](\\d{1,2})[./-](\\d{1,4})';
const TIME = '(\\d{1,2})[.:](\\d{2})(?:[.:]\\d{2})?(?: ?([ap]\\.? ?m\\.?|pagi|siang|sore|malam))?';
const BETWEEN = ',?(?: pukul| at)? ';
/** Android: `05/03/26 14.22 - Ratna: halo`. */
const PLAIN = new RegExp(`^(${DAY})${BETWEEN}${TIME} - (.*)$`, 'is');
/** iPhone: `[05/03/26 14.22.05] Ratna: halo`. */
const BRACKETS = new RegExp(`^\\[(${DAY})${BETWEEN}${TIME}\\] ?(.*)$`, 'is');
/** Marks of direction that stand before lines and names, and blanks that are none. */
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const BLANKS = /[\u00a0\u202f\u2009]/g;
const longestHead = 60;

/** Hours of the day by the word that stands after the hour: half past two in the night is `malam` too. */
function hourOf(hour: number, word: string): number {
  if (word.startsWith('p') && word !== 'pagi') return hour === 12 ? 12 : hour + 12;
  if (word.startsWith('a') || word === 'pagi') return hour === 12 ? 0 : hour;
  if (word === 'siang') return hour < 6 ? hour + 12 : hour;
  if (word === 'sore') return hour < 12 ? hour + 12 : hour;
  if (word === 'malam') return hour === 12 ? 0 : hour < 5 ? hour : hour + 12;
  return hour;
}

/** Null: the line goes on with the message above. */
export function headOf(line: string): ChatHead | null {
  const first = line.charCodeAt(0);
  const mayBegin = (first >= 48 && first <= 58) || first > 127 || line[0] === '[';
  if (!mayBegin) return null;
  const head = line.slice(0, longestHead).replace(MARKS, '').replace(BLANKS, ' ');
  const found = PLAIN.exec(head) ?? BRACKETS.exec(head);
  if (found === null) return null;
  const [, dayText = '', one, two, three, hours, minutes = '', word = '', rest = ''] = found;
  const hour = hourOf(Number(hours), word.toLowerCase());
  if (hour > 23 || Number(minutes) > 59) return null;
  // What follows is taken as it stands, marks and all, but for those right at its beginning.
  const at = rest === '' ? line.length : line.replace(BLANKS, ' ').indexOf(rest.slice(0, 8), 10);
  return {
    day: [Number(one), Number(two), Number(three)],
    dayText,
    time: `${String(hour).padStart(2, '0')}:${minutes}`,
    rest: at < 0 ? rest : line.slice(at),
  };
}

/** Who wrote it and what; a line of WhatsApp itself has nobody. */
export function messageOf(rest: string): { readonly sender: string | null; readonly text: string } {
  const at = rest.indexOf(': ');
  const end = at >= 0 ? at : rest.endsWith(':') ? rest.length - 1 : -1;
  if (end <= 0 || end > 120) return { sender: null, text: rest.replace(MARKS, '').trim() };
  const sender = rest.slice(0, end).replace(MARKS, '').replace(BLANKS, ' ').trim();
  const said = rest.slice(end + 1).replace(/^ /, '');
  const text = said.replace(MARKS, '').trim();
  // An iPhone writes what WhatsApp itself says as though the other had.
  if (/^\u200e/.test(said) && NOTICE.test(text)) return { sender: null, text };
  return sender === '' ? { sender: null, text } : { sender, text };
}

const NOTICE =
  /end-to-end|dari ujung ke ujung|secara end|kode keamanan|security code|business account|akun bisnis/i;
