import type { JpegPicture } from '../../accountant/files/pdf-page.ts';
import { readJpeg } from '../../exports/files/jpeg.ts';

/** The shop's picture, as pages have it; null: there is none. */
export function pictureOf(stored: string | null): JpegPicture | null {
  const bytes = stored === null ? null : Buffer.from(stored, 'base64');
  const facts = bytes === null ? null : readJpeg(bytes);
  return bytes === null || facts === null ? null : { bytes, ...facts };
}
