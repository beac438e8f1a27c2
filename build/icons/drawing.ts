/** One size of the mark: the same picture as a file and as bare pixels. */
export interface Drawing {
  readonly sizePx: number;
  readonly png: Buffer;
  /** Red, green, blue, alpha of each pixel, row by row from the top. */
  readonly rgba: Uint8Array;
}
