import { fileURLToPath } from 'node:url';

/** Everything the log can say. A closed list: no sentence of an error and nothing typed is among it. */
export const logEvents = [
  'already running on this data',
  'backup check failed',
  'backup failed',
  'carrier not removed',
  'closing failed',
  'could not start',
  'draft not removed',
  'file not swept',
  'incident',
  'nobody watches over reading',
  'notification not shown',
  'page failed',
  'screen failed',
  'second folder',
  'slow query',
  'storage',
  'task process ended',
  'task process failed',
  'the first page did not load',
  'the present could not be copied',
  'uncaught exception',
  'uncaught in the task process',
  'unhandled rejection',
  'unreadable message from the task process',
] as const;
export type LogEvent = (typeof logEvents)[number];

/** What an entry may add: words and numbers of the program's own. */
export interface LogFields {
  readonly code?: string | number | null;
  readonly reason?: string;
  readonly channel?: string;
  /** What is shown to the owner too, to find the entry by. */
  readonly incident?: string;
  /** Kind of an error, such as `TypeError`. */
  readonly name?: string;
  /** Where it came from, innermost first, seen from the app's own folder. */
  readonly frames?: readonly string[];
  readonly failure?: string;
  readonly remedy?: string;
  readonly cause?: string;
  readonly type?: string;
  readonly location?: string;
  readonly exitCode?: number;
  readonly tookMs?: number;
  readonly reminders?: number;
}

const word = /^[A-Za-z][\w-]{0,60}$/;
const functionName = String.raw`(?:async )?(?:new )?[\w$.<>#]{1,120}(?: \[as [\w$.<>#]{1,80}\])?`;
const position = String.raw`:\d+:\d+`;
const ownPlace = String.raw`[\w@+-][\w@+./-]{0,200}${position}`;
const nodePlace = String.raw`node:[\w/.-]{1,120}${position}`;
const place = `(?:${ownPlace}|${nodePlace}|<anonymous>)`;
const placeForm = new RegExp(`^${place}$`);
const frameForm = new RegExp(`^at (?:${functionName} \\(${place}\\)|${place}|elsewhere)$`);

/** The form that each text has; one that has another is not written. */
const forms: Readonly<Record<Exclude<keyof LogFields, 'frames' | NumberField>, RegExp>> = {
  code: /^[A-Z][A-Z0-9_]{0,60}$/,
  reason: word,
  channel: /^[a-zA-Z]{1,30}\.[a-zA-Z]{1,40}$/,
  incident: /^[0-9a-z-]{1,12}$/,
  name: /^\$?[A-Z][A-Za-z]{0,60}$/,
  failure: word,
  remedy: word,
  cause: word,
  type: word,
  location: /^[A-Za-z][\w:]{0,80}$/,
};

const numbers = ['code', 'exitCode', 'tookMs', 'reminders'] as const;
type NumberField = Exclude<(typeof numbers)[number], 'code'>;

const notWritten = '?';

function cleanField(field: string, value: unknown): unknown {
  if (value === null) return null;
  if (typeof value === 'number') return numbers.some((one) => one === field) ? value : notWritten;
  if (field === 'frames')
    return Array.isArray(value)
      ? value.map((one) => (frameForm.test(String(one)) ? one : notWritten))
      : notWritten;
  const form = Object.hasOwn(forms, field) ? forms[field as keyof typeof forms] : undefined;
  return typeof value === 'string' && form?.test(value) === true ? value : notWritten;
}

/** An entry as it may be written: what has not the form of its field is `?`, be it who it may that said it. */
export function cleanEntry(event: string, fields: object = {}): Readonly<Record<string, unknown>> {
  const isKnown = logEvents.some((one) => one === event);
  const clean = Object.entries(fields)
    .filter(([field, value]) => value !== undefined && word.test(field))
    .map(([field, value]) => [field, cleanField(field, value)]);
  return { message: isKnown ? event : notWritten, ...Object.fromEntries(clean) };
}

/** The folder that the app's own files are in: `out` of a built app, that of `electron` of its source. */
function ownFolder(): string {
  const here = fileURLToPath(import.meta.url).replaceAll('\\', '/');
  return here.slice(0, Math.max(here.lastIndexOf('/out/'), here.lastIndexOf('/electron/')) + 1);
}

function withoutScheme(address: string): string {
  try {
    return decodeURI(address.replace(/^file:\/\/(?=\/)/, ''));
  } catch {
    return address;
  }
}

/** Null: the place is neither the app's own nor Node's. */
function seenFromOwn(given: string, own: string): string | null {
  const path = given.startsWith('file:') ? withoutScheme(given) : given;
  const plain = path.replaceAll('\\', '/').replace(/^\/(?=[A-Za-z]:\/)/, '');
  const relative = plain.startsWith(own) ? plain.slice(own.length) : plain;
  return placeForm.test(relative) ? relative : null;
}

/** One line of a stack without what lies around the app on this machine; null: the line is none. */
function frameOf(line: string, own: string): string | null {
  const match = /^\s+at (?:(?<name>[^()]+) \((?<inside>.+)\)|(?<bare>.+))$/.exec(line)?.groups;
  if (match === undefined) return null;
  const where = seenFromOwn(match['inside'] ?? match['bare'] ?? '', own);
  if (where === null) return 'at elsewhere';
  const frame = match['name'] === undefined ? `at ${where}` : `at ${match['name']} (${where})`;
  return frameForm.test(frame) ? frame : `at ${where}`;
}

const mostFrames = 8;

/** The lines of a stack, of files in `own` and of Node; its message, of however many lines, is left out. */
export function framesOf(stack: string, own: string = ownFolder()): readonly string[] {
  const lines = stack.split('\n').map((line) => frameOf(line, own));
  const first = lines.lastIndexOf(null) + 1;
  return lines.slice(first, first + mostFrames).filter((line) => line !== null);
}

function codeOf(error: Error): string | null {
  const code: unknown = 'code' in error ? error.code : null;
  return typeof code === 'string' && forms.code.test(code) ? code : null;
}

/** What an unexpected error is and where it came from, without its message: that can quote what a person typed. */
export function traceOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { name: 'Thrown', type: typeof error };
  const code = codeOf(error);
  return {
    name: forms.name.test(error.name) ? error.name : 'Error',
    ...(code === null ? {} : { code }),
    frames: framesOf(error.stack ?? ''),
  };
}
