import {
  type PageBox,
  type PagePicture,
  type PageRule,
  type PageText,
  type PdfPage,
  pageLetters,
  textWidth,
} from '../../accountant/files/pdf-page.ts';
import { type Look, wrapText } from './wrap.ts';

/** Where text goes: between two edges, from the top down. */
export interface Edges {
  readonly width: number;
  readonly left: number;
  readonly right: number;
}

export const lineHeight = 1.35;

/** A pen that writes from the top of a page down; `y` is how far down it has come. */
export class Sheet {
  readonly texts: PageText[] = [];
  readonly rules: PageRule[] = [];
  readonly boxes: PageBox[] = [];
  readonly edges: Edges;
  picture: PagePicture | null = null;
  y = 0;

  constructor(edges: Edges) {
    this.edges = edges;
  }

  /** A text on the line that the pen stands on. */
  put(text: string, x: number, look: Look, align: 'left' | 'right' = 'left'): void {
    if (text !== '') this.texts.push({ text, x, y: this.y, ...look, align });
  }

  down(points: number): void {
    this.y += points;
  }

  rule(): void {
    this.rules.push({ from: this.edges.left, to: this.edges.right, y: this.y });
  }

  /** A text over as many lines as it takes. */
  paragraph(text: string, look: Look, width = this.edges.right - this.edges.left): void {
    for (const line of wrapText(text, width, look)) {
      this.down(look.size * lineHeight);
      this.put(line, this.edges.left, look);
    }
  }

  /** The same, each line in the middle. */
  centred(text: string, look: Look): void {
    const { left, right } = this.edges;
    for (const line of wrapText(text, right - left, look)) {
      this.down(look.size * lineHeight);
      this.put(line, (left + right - textWidth(line, look.size, look.isBold)) / 2, look);
    }
  }

  /** A name at the left and its figure at the right; the name breaks before it meets the figure. */
  pair(name: string, text: string, look: Look, left = this.edges.left): void {
    const { right } = this.edges;
    const room = right - left - textWidth(text, look.size, look.isBold) - look.size;
    const lines = wrapText(name, Math.max(room, (right - left) / 3), look);
    for (const [index, line] of lines.entries()) {
      this.down(look.size * lineHeight);
      this.put(line, left, look);
      if (index === 0) this.put(text, right, look, 'right');
    }
  }

  /** The page as it is drawn, from below; null for the height: as long as what stands on it. */
  page(height: number | null, across: string | null): PdfPage {
    const tall = height ?? Math.ceil(this.y);
    const turned = <T extends { readonly y: number }>(one: T): T => ({ ...one, y: tall - one.y });
    return {
      width: this.edges.width,
      height: tall,
      texts: this.texts.map(turned),
      rules: this.rules.map(turned),
      boxes: this.boxes.map(turned),
      picture: this.picture === null ? null : turned(this.picture),
      across,
    };
  }
}

/** How large a picture stands in a box, its shape kept. */
export function fitInto(
  picture: { readonly width: number; readonly height: number },
  box: { readonly width: number; readonly height: number },
): { width: number; height: number } {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** Whether every letter on the pages has a shape there. */
export function isShownWhole(pages: readonly PdfPage[]): boolean {
  return pages.every(({ texts }) => texts.every(({ text }) => pageLetters(text).isWhole));
}
