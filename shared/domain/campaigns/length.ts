/** Characters that an SMS of 160 can hold, those that count twice among them. */
const BASIC =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/u;
const TWICE = /[\^{}\\[~\]|€]/gu;

/** How many SMS a text takes: 160 characters, or 70 where one of them is in no plain alphabet; fewer in each of several. */
export function smsParts(text: string): number {
  const isBasic = BASIC.test(text);
  const size = isBasic ? text.length + (text.match(TWICE)?.length ?? 0) : text.length;
  const [alone, each] = isBasic ? [160, 153] : [70, 67];
  return size <= alone ? 1 : Math.ceil(size / each);
}
