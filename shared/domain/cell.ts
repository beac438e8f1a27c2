/**
 * One cell as it left a file, before anybody decided what it means. Dates that a workbook types as
 * dates arrive as ISO text (`2026-03-05` or `2026-03-05T14:22:00`); error cells as their text (`#N/A`).
 */
export type Cell = string | number | boolean | null;
