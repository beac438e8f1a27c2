/**
 * Chromium loads no scheme it does not know, so `app://langgan` travels as an https origin that
 * can never exist (`.invalid`, RFC 2606) and is answered before any network is asked.
 */
export const hostOrigin = 'https://langgan.invalid';
const appOrigin = 'app://langgan';

/** `app://langgan/x` as Chromium is asked for it; any other address unchanged. */
export function toHostAddress(address: string): string {
  return address === appOrigin || address.startsWith(`${appOrigin}/`)
    ? hostOrigin + address.slice(appOrigin.length)
    : address;
}

/** What the app is told: its own origin where Chromium says the stand-in's; any other unchanged. */
export function toAppAddress(address: string): string {
  return address === hostOrigin || address.startsWith(`${hostOrigin}/`)
    ? appOrigin + address.slice(hostOrigin.length)
    : address;
}
