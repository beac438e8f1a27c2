import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

export interface SettingsTable {
  key: string;
  value: string;
}

export interface SavedFiltersTable {
  id: Id;
  area: 'complaints';
  name: string;
  filter: string;
  created_at: string;
}

export interface NoticesTable {
  key: string;
  said_at: string;
}

export interface SettingsSchema {
  settings: SettingsTable;
  saved_filters: SavedFiltersTable;
  notices: NoticesTable;
}

export const settingsTables = {
  settings: {
    area: 'settings',
    holds: 'setting',
  },
  saved_filters: {
    area: 'complaints',
    holds: 'own',
    carries: ['created_at'],
    label: 'name',
  },
  notices: {
    area: 'reminders',
    holds: 'record',
  },
} as const satisfies EntriesOf<SettingsSchema>;
