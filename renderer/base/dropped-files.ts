/** What a system lays beside the files of a folder. */
const SYSTEM_FILES: ReadonlySet<string> = new Set(['desktop.ini', 'thumbs.db']);

function isOfSystem(name: string): boolean {
  return name.startsWith('.') || SYSTEM_FILES.has(name.toLowerCase());
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** A folder gives its entries some at a time, until it gives none. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) break;
    all.push(...some);
  }
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry))
    return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const files: File[] = [];
  for (const each of await entriesOf(entry))
    if (!isOfSystem(each.name)) files.push(...(await filesIn(each)));
  return files;
}

/** What was dropped, file by file; of a folder everything that lies in it, by name. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Both are gone once this event is over.
  const files = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(isFolder)) return files;
  const found: File[] = [];
  for (const entry of entries) found.push(...(await filesIn(entry)));
  return found;
}
