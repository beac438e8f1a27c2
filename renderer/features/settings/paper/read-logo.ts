export type PictureProblem = 'picture-kind' | 'picture-large' | 'picture-unreadable';

export type ReadPicture =
  | { readonly ok: true; readonly jpeg: string }
  | { readonly ok: false; readonly problem: PictureProblem };

const largestFile = 20_000_000;
/** What a JPEG may weigh beside the settings. */
const largestKept = 140_000;
/** Pixels: sharp on a page of A4 and on a roll. */
const box = { width: 720, height: 320 };
const qualities = [0.92, 0.8, 0.6, 0.4];

const heads = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
];

/** Whether the bytes, whatever the file is called, begin as a PNG or a JPEG does. */
async function isPicture(file: Blob): Promise<boolean> {
  const first = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  return heads.some((head) => head.every((byte, place) => first[place] === byte));
}

function toBase64(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** On white, as paper is: a JPEG lets nothing shine through. */
function drawOnWhite(picture: ImageBitmap): OffscreenCanvas {
  const scale = Math.min(1, box.width / picture.width, box.height / picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas to draw on');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, 0, 0, width, height);
  return canvas;
}

/** The picture that an owner chose as a JPEG small enough to keep, in base64; else what is wrong with it. */
export async function readLogo(file: Blob): Promise<ReadPicture> {
  if (file.size > largestFile) return { ok: false, problem: 'picture-large' };
  if (!(await isPicture(file))) return { ok: false, problem: 'picture-kind' };
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return { ok: false, problem: 'picture-unreadable' };
  const canvas = drawOnWhite(picture);
  picture.close();
  for (const quality of qualities) {
    const made = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (made.size <= largestKept) return { ok: true, jpeg: await toBase64(made) };
  }
  return { ok: false, problem: 'picture-large' };
}
