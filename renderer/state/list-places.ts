import { create } from 'zustand';

interface Place {
  /** What the list showed, and in which order: another row has the keyboard in another list. */
  readonly of: string;
  readonly row: number;
}

interface ListPlaces {
  readonly places: Readonly<Record<string, Place>>;
  keep(list: string, place: Place): void;
}

/** Row of each list that has the keyboard, kept so that going back finds the same place. */
export const useListPlaces = create<ListPlaces>()((set) => ({
  places: {},
  keep: (list, place) => set(({ places }) => ({ places: { ...places, [list]: place } })),
}));

/** The row that has the keyboard in a list: the first, once it shows something else. */
export function useListPlace(list: string, of: string): readonly [number, (row: number) => void] {
  const place = useListPlaces(({ places }) => places[list]);
  const keep = useListPlaces((state) => state.keep);
  return [place?.of === of ? place.row : 0, (row) => keep(list, { of, row })];
}
