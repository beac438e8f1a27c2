import { join } from 'node:path';
import type { ReadHandle } from '#db/file/client.ts';
import {
  type ComplaintDeadline,
  complaintDeadlines,
  saleMarks,
} from '#db/queries/exports/deadlines.ts';
import { allAccounts } from '#db/queries/payments/account.ts';
import { debtorNames } from '#db/queries/payments/debtors.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { restOf } from '#shared/domain/books/account.ts';
import {
  type CalendarEvent,
  calendarFoot,
  calendarHead,
  eventText,
} from '#shared/domain/calendar/icalendar.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { everyRow, followUpEvents } from '../../follow-ups/calendar-file.ts';
import { noticeText } from '../../reminders-text.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';

/** The shop as a calendar shows it. */
export interface CalendarSource {
  readonly db: ReadHandle;
  readonly settings: ShopSettings;
  readonly today: string;
  /** The instant the file is made. */
  readonly at: string;
}

function uidOf(kind: string, id: number, createdAt: string): string {
  return `${kind}-${id}-${createdAt.replace(/\D/g, '')}@langgan`;
}

const waitedFor = [
  ['answer', 'answerDueAt', 'complaint.answerTitle'],
  ['resolution', 'resolutionDueAt', 'complaint.resolutionTitle'],
] as const;

function deadlineEvents(row: ComplaintDeadline, settings: ShopSettings): CalendarEvent[] {
  const { language, timeZone } = settings;
  const name = row.who ?? noticeText(language, 'from.customer');
  return waitedFor.flatMap(([kind, field, title]) => {
    const dueAt = row[field];
    if (dueAt === null) return [];
    const event: CalendarEvent = {
      uid: uidOf(kind, row.id, row.createdAt),
      start: { kind: 'day', day: localDay(dueAt, timeZone) },
      summary: noticeText(language, title, { name: name === '' ? row.number : name }),
      description: [`${row.number}: ${row.title}`, row.phone].filter(Boolean).join('\n'),
      repeat: null,
    };
    return [event];
  });
}

/** What is owed and has a day: one event a sale, with what nothing stands against. */
async function* owedEvents({ db, settings, today }: CalendarSource): AsyncGenerator<CalendarEvent> {
  const { currency, language } = settings;
  const due = [...(await allAccounts(db, today))].flatMap(([customerId, account]) =>
    account.open.flatMap((item) =>
      item.saleId === null || item.dueOn === null || restOf(item) === 0
        ? []
        : [{ customerId, saleId: item.saleId, dueOn: item.dueOn, minor: restOf(item) }],
    ),
  );
  const names = await debtorNames(db, [
    ...new Set(due.flatMap(({ customerId }) => customerId ?? [])),
  ]);
  const marks = await saleMarks(
    db,
    due.map(({ saleId }) => saleId),
  );
  for (const { customerId, saleId, dueOn, minor } of due) {
    const { name = '', phone = null } = names.get(customerId ?? 0) ?? {};
    const mark = marks.get(saleId);
    const called = name === '' ? noticeText(language, 'followUp.nameless') : name;
    yield {
      uid: uidOf('owed', saleId, mark?.createdAt ?? ''),
      start: { kind: 'day', day: dueOn },
      summary: noticeText(language, 'owed.title', {
        name: called,
        amount: formatMoney(minor, currency, language),
      }),
      description: [mark?.number, phone].filter(Boolean).join('\n'),
      repeat: null,
    };
  }
}

async function* everyEvent(source: CalendarSource): AsyncGenerator<CalendarEvent> {
  const { db, settings } = source;
  yield* followUpEvents(db, settings);
  for await (const row of everyRow((after, limit) => complaintDeadlines(db, after, limit)))
    yield* deadlineEvents(row, settings);
  yield* owedEvents(source);
}

/** Writes when to contact whom again, until when complaints wait, and when what is owed is due. */
export async function writeCalendarFile(
  folder: string,
  source: CalendarSource,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { shopName } = source.settings;
  let events = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    yield Buffer.from(calendarHead(shopName === '' ? 'Langgan' : shopName), 'utf8');
    for await (const event of everyEvent(source)) {
      events += 1;
      yield Buffer.from(eventText(event, source.at), 'utf8');
    }
    yield Buffer.from(calendarFoot, 'utf8');
  }
  await writeFileAtomically(join(folder, 'follow-ups.ics'), chunks(), signal);
  return events;
}
