import { Fragment } from 'react';
import classes from './figures.module.css';
import { useFormat } from './use-format.ts';

/** An amount; the short form shows the whole of it on hover. */
export function Money({
  minor,
  short = false,
}: {
  readonly minor: number;
  readonly short?: boolean;
}) {
  const format = useFormat();
  if (!short) return <span className={classes.figure}>{format.money(minor)}</span>;
  return (
    <span className={classes.figure} title={format.money(minor)}>
      {format.money(minor, { short: true })}
    </span>
  );
}

/** `12 Mei 2026`, with the machine-readable day behind it. */
export function DateText({
  iso,
  short = false,
}: {
  readonly iso: string;
  readonly short?: boolean;
}) {
  const format = useFormat();
  return (
    <time className={classes.figure} dateTime={iso}>
      {format.date(iso, short)}
    </time>
  );
}

/** A phone number as people write it. */
export function PhoneText({ e164 }: { readonly e164: string }) {
  return <span className={classes.figure}>{useFormat().phone(e164)}</span>;
}

/** An e-mail address: where it is too long for its line it goes on before the `@` or after a dot. */
export function EmailText({ address }: { readonly address: string }) {
  let end = 0;
  const parts = address.split(/(?=@)|(?<=[._-])/).map((text) => {
    end += text.length;
    return { text, end };
  });
  return parts.map((part) => (
    <Fragment key={part.end}>
      {part.end > part.text.length && <wbr />}
      {part.text}
    </Fragment>
  ));
}
