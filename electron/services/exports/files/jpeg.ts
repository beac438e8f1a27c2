/** What a JPEG file says of its picture. */
export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  /** One colour, not three. */
  readonly isGrey: boolean;
}

/** Markers without a length: restarts, and the one that stands alone. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** Frames that every reader of a PDF can draw: baseline, extended and progressive. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xc2;
}

/**
 * Size and colours of a JPEG by its bytes, up to its frame; null where it is none, or one of more than
 * eight bits or of four colours. Reads each byte once at most.
 */
export function readJpeg(bytes: Uint8Array): JpegFacts | null {
  const at = (place: number) => bytes[place] ?? 0;
  const pair = (place: number) => at(place) * 256 + at(place + 1);
  if (pair(0) !== 0xffd8 || pair(bytes.length - 2) !== 0xffd9) return null;
  let place = 2;
  while (place + 9 < bytes.length && at(place) === 0xff) {
    const marker = at(place + 1);
    if (marker === 0xff) place += 1;
    else if (standsAlone(marker)) place += 2;
    else if (isFrame(marker)) {
      const [height, width, colours] = [pair(place + 5), pair(place + 7), at(place + 9)];
      const isDrawn = at(place + 4) === 8 && (colours === 1 || colours === 3);
      return isDrawn && width > 0 && height > 0 ? { width, height, isGrey: colours === 1 } : null;
    } else if (pair(place + 2) < 2) return null;
    else place += 2 + pair(place + 2);
  }
  return null;
}
