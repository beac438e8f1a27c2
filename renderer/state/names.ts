import { create } from 'zustand';

interface NamesState {
  readonly names: Readonly<Record<string, string>>;
  remember(key: string, name: string): void;
}

/** Names of products and customers chosen in filters, which an address knows by number alone. */
export const useNames = create<NamesState>()((set) => ({
  names: {},
  remember: (key, name) => set(({ names }) => ({ names: { ...names, [key]: name } })),
}));
