/** Ways to write the commonest first name, in full or as a letter or three. */
const MUHAMMAD = /^(?:m[uo]c?h?a?m+[ae]d|m[uo]hd?|mhd|moch?|moh|muh|mochamm?ad|m[uo]kh?amm?ad)$/;

/**
 * A word of a name as it sounds, so that the ways in which one name is written come to one: the old
 * spelling (Soekarno, Djoko), doubled letters, and letters that stand for each other.
 */
export function asItSounds(word: string): string {
  if (MUHAMMAD.test(word)) return 'muhamad';
  return word
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/sj|sy/g, 's')
    .replace(/[kc]h/g, 'h')
    .replace(/([dt])h/g, '$1')
    .replace(/ph|v/g, 'f')
    .replace(/y/g, 'i')
    .replace(/z/g, 's')
    .replace(/(\D)\1+/g, '$1');
}
