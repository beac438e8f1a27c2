import { expect, it } from 'vitest';
import { readJpeg } from '#electron/services/exports/files/jpeg.ts';
import { smallJpeg } from '#tests/support/files/small-jpeg.ts';

const bytes = Buffer.from(smallJpeg, 'base64');
const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));

function changed(place: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[place] = value;
  return copy;
}

it('says how large a picture is and whether it has colours', () => {
  expect(readJpeg(bytes)).toEqual({ width: 16, height: 8, isGrey: false });
  expect(readJpeg(changed(frame + 9, 1))).toEqual({ width: 16, height: 8, isGrey: true });
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['only its first half', bytes.subarray(0, bytes.length / 2)],
  ['four colours', changed(frame + 9, 4)],
  ['twelve bits', changed(frame + 4, 12)],
  ['no height', changed(frame + 6, 0)],
  ['a length that leads nowhere', changed(5, 0)],
  ['a frame no reader of PDFs draws', changed(frame + 1, 0xc3)],
])('takes no picture of %s', (_, given) => {
  expect(readJpeg(given)).toBeNull();
});
