const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Turns the `_xHHHH_` of Office's texts into the characters they stand for. */
export function decodeXlsxText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML cannot hold
  /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** The inverse: what XML cannot hold, or would change (a carriage return), becomes `_xHHHH_`. */
export function encodeXlsxText(text: string): string {
  return text.replace(UNSAFE, escapeUnit);
}
