import { pageLetters } from '../../accountant/files/pdf-page.ts';

/** Whether every letter of some texts has a shape on paper; where a line ends is no letter. */
export function areShown(texts: readonly (string | null)[]): boolean {
  return texts
    .flatMap((text) => (text ?? '').split(/\s+/))
    .every((word) => pageLetters(word).isWhole);
}
