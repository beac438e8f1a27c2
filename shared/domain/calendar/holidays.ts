/**
 * Indonesia's public holidays as the joint decree of three ministers sets them for 2026; of the years
 * around it those whose day never moves or follows Easter. The owner edits the list: the days of the
 * Islamic, Hindu, Buddhist and Chinese calendars are announced a year ahead only.
 */
export const publicHolidays: readonly { readonly on: string; readonly name: string }[] = [
  { on: '2025-12-25', name: 'Hari Raya Natal' },
  { on: '2026-01-01', name: 'Tahun Baru 2026' },
  { on: '2026-01-16', name: 'Isra Mikraj' },
  { on: '2026-02-17', name: 'Tahun Baru Imlek' },
  { on: '2026-03-19', name: 'Hari Suci Nyepi' },
  { on: '2026-03-21', name: 'Idul Fitri' },
  { on: '2026-03-22', name: 'Idul Fitri' },
  { on: '2026-04-03', name: 'Wafat Yesus Kristus' },
  { on: '2026-04-05', name: 'Kebangkitan Yesus Kristus (Paskah)' },
  { on: '2026-05-01', name: 'Hari Buruh' },
  { on: '2026-05-14', name: 'Kenaikan Yesus Kristus' },
  { on: '2026-05-27', name: 'Idul Adha' },
  { on: '2026-05-31', name: 'Hari Raya Waisak' },
  { on: '2026-06-01', name: 'Hari Lahir Pancasila' },
  { on: '2026-06-16', name: 'Tahun Baru Islam' },
  { on: '2026-08-17', name: 'Hari Kemerdekaan' },
  { on: '2026-08-25', name: 'Maulid Nabi Muhammad' },
  { on: '2026-12-25', name: 'Hari Raya Natal' },
  { on: '2027-01-01', name: 'Tahun Baru 2027' },
  { on: '2027-03-26', name: 'Wafat Yesus Kristus' },
  { on: '2027-03-28', name: 'Kebangkitan Yesus Kristus (Paskah)' },
  { on: '2027-05-01', name: 'Hari Buruh' },
  { on: '2027-05-06', name: 'Kenaikan Yesus Kristus' },
  { on: '2027-06-01', name: 'Hari Lahir Pancasila' },
  { on: '2027-08-17', name: 'Hari Kemerdekaan' },
  { on: '2027-12-25', name: 'Hari Raya Natal' },
];
