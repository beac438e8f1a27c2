import { CsvError, Parser } from 'csv-parse';
import { badFile } from '#shared/errors.ts';

/** Bytes (as UTF-8) that one record may have, line breaks within quotes included. */
export const MAX_RECORD_BYTES = 1_048_576;
/** Separators that one record may have. */
export const MAX_RECORD_SEPARATORS = 2_000;

/** What of csv-parse's inside is touched. */
interface ParserInside {
  readonly state: { readonly record: readonly unknown[]; expectedRecordLength: number };
  __onRecord(push: unknown): unknown;
}

/** Takes records one by one; `rowNumber` counts from 1. */
export type RecordSink = (record: string[], rowNumber: number) => void;

/**
 * csv-parse behind a guard. Its own limits look at a field only after it was collected, so the guard
 * watches from outside: small pieces go in, and no record may stay open for longer than 1 MiB.
 */
export class GuardedParser extends Parser {
  #recordStart = 0;
  #fed = 0;
  #rowNumber = 0;
  readonly #sink: RecordSink;

  constructor(separator: string, sink: RecordSink) {
    super({
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      bom: false,
      cast: false,
      columns: false,
    } as ConstructorParameters<typeof Parser>[0]);
    this.#sink = sink;
    this.#takeEveryLength();
  }

  // It makes an error, with its stack, of every record that is not as long as the first, and then
  // drops it: a million blank lines took minutes. So to it every record is as long as it should be.
  // (Set before each record: an accessor in its place makes each look at its state three times slower.)
  #takeEveryLength(): void {
    const { api } = this as unknown as { readonly api: ParserInside };
    const { __onRecord } = api;
    api.__onRecord = function (push) {
      this.state.expectedRecordLength = this.state.record.length;
      return __onRecord.call(this, push);
    };
  }

  // Records leave csv-parse through here; going round the stream's queue saves a fifth of the time.
  override push(record: unknown): boolean {
    if (!Array.isArray(record)) return true;
    this.#rowNumber += 1;
    const bytes = this.info.bytes - this.#recordStart;
    this.#recordStart = this.info.bytes;
    if (bytes > MAX_RECORD_BYTES) this.#refuse(`row ${this.#rowNumber} is over 1 MiB`);
    if (record.length - 1 > MAX_RECORD_SEPARATORS) {
      this.#refuse(`row ${this.#rowNumber} has over 2,000 separators`);
    }
    this.#sink(record, this.#rowNumber);
    return true;
  }

  /** Parses the next bytes at once; the records arrive at the sink before it returns. */
  feed(bytes: Buffer): void {
    this.#fed += bytes.length;
    this._transform(bytes, 'utf8', (error) => this.#failOn(error));
    if (this.#fed - this.#recordStart > MAX_RECORD_BYTES) {
      this.#refuse(`row ${this.#rowNumber + 1} is over 1 MiB (a quote that is never closed?)`);
    }
  }

  /** Ends the file; fails with `damaged` where a quote is still open. */
  finish(): void {
    this._flush((error) => this.#failOn(error));
  }

  #refuse(detail: string): never {
    throw badFile('hostile', detail);
  }

  #failOn(error: Error | null | undefined): void {
    if (error === null || error === undefined) return;
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
      throw badFile('damaged', `unclosed quote in row ${this.#rowNumber + 1}`);
    }
    throw error instanceof CsvError ? badFile('damaged', error.code) : error;
  }
}

/** Splits lines at runs of blanks, leading ones ignored; the same limits as for other texts. */
export class BlankParser {
  #open = '';
  #rowNumber = 0;
  readonly #sink: RecordSink;

  constructor(sink: RecordSink) {
    this.#sink = sink;
  }

  feed(bytes: Buffer): void {
    const lines = (this.#open + bytes.toString('utf8')).split(/\r\n|\n|\r(?!$)/);
    this.#open = lines.pop() ?? '';
    for (const line of lines) this.#take(line);
    if (this.#open.length > MAX_RECORD_BYTES) {
      throw badFile('hostile', `row ${this.#rowNumber + 1} is over 1 MiB`);
    }
  }

  finish(): void {
    const last = this.#open.replace(/\r$/, '');
    if (last !== '') this.#take(last);
  }

  #take(line: string): void {
    this.#rowNumber += 1;
    const words = line.split(/ +/).filter((word) => word !== '');
    if (words.length - 1 > MAX_RECORD_SEPARATORS) {
      throw badFile('hostile', `row ${this.#rowNumber} has over 2,000 separators`);
    }
    this.#sink(words, this.#rowNumber);
  }
}
