import type { PersonRecord, PersonRow, PersonTable } from '#db/queries/privacy/read-person.ts';
import type { Table } from '#db/schema/schema.ts';
import { saidOfDraft } from './sale-draft.ts';
import { momentText, saidOf, tableName, type Writing, wordAt } from './values.ts';

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #999}
dl{display:grid;grid-template-columns:12rem 1fr;gap:.1rem 1rem;margin:1rem 0;break-inside:avoid}
dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}`;

function text(writing: Writing, key: string, values: Readonly<Record<string, string>> = {}) {
  const sentence = wordAt(writing, `privacy.file.${key}`) ?? '';
  return sentence.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => values[name] ?? hole);
}

function list(said: readonly { readonly name: string; readonly text: string }[]): string {
  const items = said.map(
    ({ name, text: value }) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`,
  );
  return `<dl>${items.join('')}</dl>`;
}

function section(title: string, lists: readonly string[]): string {
  return lists.length === 0 ? '' : `<h2>${escaped(title)}</h2>\n${lists.join('\n')}`;
}

function tableSection(writing: Writing, { table, rows }: PersonTable): string {
  const lists = rows.map((row) => list(saidOf(writing, table, row)));
  return section(tableName(writing, table), lists);
}

/** What a change made of it: the values before and after, each by its word. */
function changeList(writing: Writing, { at, entity, before, after }: PersonRow): string {
  const table = String(entity) as Table;
  const said = (json: PersonRow[string] | undefined) =>
    json === null || json === undefined
      ? []
      : saidOf(writing, table, JSON.parse(String(json)) as PersonRow);
  const [old, young] = [said(before), said(after)];
  const isSame = (one: { name: string; text: string }, others: typeof old) =>
    others.some((other) => other.name === one.name && other.text === one.text);
  const lines = [
    ...old
      .filter((one) => !isSame(one, young))
      .map((one) => ({ ...one, name: text(writing, 'was', { name: one.name }) })),
    ...young.filter((one) => !isSame(one, old)),
  ];
  const head = { name: momentText(writing, String(at)), text: tableName(writing, table) };
  return list([head, ...lines]);
}

function eventList(writing: Writing, events: readonly PersonRow[]): string[] {
  if (events.length === 0) return [];
  return [
    list(
      events.map(({ at, kind }) => ({
        name: momentText(writing, String(at)),
        text: wordAt(writing, `privacy.event.${kind}`) ?? String(kind),
      })),
    ),
  ];
}

/** Everything about one person as a page that any browser shows and prints. */
export function personPage(
  writing: Writing,
  record: PersonRecord,
  facts: { readonly called: string; readonly today: string },
): string {
  const { language, shopName } = writing.settings;
  const title = text(writing, 'title', { name: facts.called });
  const refused = record.importRows.map(({ file, row, cells }) =>
    list([{ name: `${file} · ${row}`, text: (cells as unknown[]).filter(Boolean).join(' · ') }]),
  );
  const body = [
    `<h1>${escaped(title)}</h1>`,
    `<p>${escaped(text(writing, 'lead', { shop: shopName, day: momentText(writing, facts.today) }))}</p>`,
    ...record.tables.map((one) => tableSection(writing, one)),
    section(
      text(writing, 'drafts'),
      record.drafts.map(({ sale }) => list(saidOfDraft(writing, sale))),
    ),
    section(
      text(writing, 'changes'),
      record.changes.map((change) => changeList(writing, change)),
    ),
    section(text(writing, 'imports'), refused),
    section(text(writing, 'events'), eventList(writing, record.events)),
    `<p>${escaped(text(writing, 'foot'))}</p>`,
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body></html>
`;
}
