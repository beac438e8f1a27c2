function isEmail(text: string): boolean {
  const at = text.indexOf('@');
  const dot = text.lastIndexOf('.');
  return at > 0 && at === text.lastIndexOf('@') && dot > at + 1 && dot < text.length - 1;
}

/** Whether a text is one e-mail address or several (`a@b.co, c@d.co`, `a@b.co ::: c@d.co`). */
export function isEmailList(text: string): boolean {
  const parts = text.split(/[\s,;:|/]+/).filter((part) => part !== '');
  return parts.length > 0 && parts.every(isEmail);
}
