import type { NoteDraft } from '#renderer/state/note-drafts.ts';
import type { NoteFacts, NoteRow } from '#shared/contract/notes/notes.ts';

/** One that says nothing yet and is pinned to nothing. */
export const emptyDraft: NoteDraft = {
  title: '',
  text: '',
  customers: [],
  products: [],
  causes: [],
};

/** A note as it stands, to be changed. */
export function draftOf({ facts, customers, products }: NoteRow): NoteDraft {
  const { title, text, causes } = facts;
  return { title, text, customers, products, causes };
}

/** What is saved of it. */
export function factsOf({ title, text, customers, products, causes }: NoteDraft): NoteFacts {
  return {
    ...{ title: title.trim(), text: text.trim(), causes: [...causes] },
    customers: customers.map(({ id }) => id),
    products: products.map(({ id }) => id),
  };
}

/** Where one is begun: the note that is changed, or what a new one is first pinned to. */
export function draftKey(note: NoteRow | null, start: NoteDraft): string {
  return note === null ? `new ${JSON.stringify(factsOf(start))}` : `note ${note.id}`;
}

/** Whether two say the same. */
export function isSameDraft(a: NoteDraft, b: NoteDraft): boolean {
  return (
    JSON.stringify([factsOf(a), a.title, a.text]) === JSON.stringify([factsOf(b), b.title, b.text])
  );
}
