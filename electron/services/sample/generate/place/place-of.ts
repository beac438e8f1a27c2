import type { Language } from '#shared/contract/settings.ts';
import { englishPlace } from './english.ts';
import { indonesianPlace } from './indonesian.ts';
import type { SamplePlace } from './place.ts';

const places: Record<Language, SamplePlace> = { id: indonesianPlace, en: englishPlace };

/** Where the sample shop lies for who reads this language. */
export function placeOf(language: Language): SamplePlace {
  return places[language];
}
