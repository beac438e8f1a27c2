import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Chord } from '#renderer/components/keys/chord.tsx';
import { KEYS } from '#renderer/components/keys/keys.ts';
import { useUi } from '#renderer/state/ui.ts';
import classes from './keys.module.css';

interface Line {
  readonly id: string;
  readonly what: string;
  readonly chords: readonly string[];
}

/** What each key of each place does, in the owner's words. */
function placesOf(t: Translate): readonly { readonly title: string; readonly lines: Line[] }[] {
  const {
    everywhere,
    lists,
    fields,
    entry,
    sale,
    prospects,
    campaigns,
    feedback,
    complaints,
    others,
  } = KEYS;
  const place = <P extends Record<string, readonly string[]>>(
    title: string,
    keys: P,
    whatOf: (id: keyof P & string) => string,
  ) => ({
    title,
    lines: Object.entries(keys).map(([id, chords]) => ({ id, chords, what: whatOf(id) })),
  });
  return [
    place(t('keys.everywhere.title'), everywhere, (id) => t(`keys.everywhere.${id}`)),
    place(t('keys.lists.title'), lists, (id) => t(`keys.lists.${id}`)),
    place(t('keys.entry.title'), entry, (id) => t(`keys.entry.${id}`)),
    place(t('keys.sale.title'), sale, (id) => t(`keys.sale.${id}`)),
    place(t('keys.prospects.title'), prospects, (id) => t(`keys.prospects.${id}`)),
    place(t('keys.campaigns.title'), campaigns, (id) => t(`keys.campaigns.${id}`)),
    place(t('keys.feedback.title'), feedback, (id) => t(`keys.feedback.${id}`)),
    place(t('keys.complaints.title'), complaints, (id) => t(`keys.complaints.${id}`)),
    place(t('keys.fields.title'), fields, (id) => t(`keys.fields.${id}`)),
    place(t('keys.others.title'), others, (id) => t(`keys.others.${id}`)),
  ];
}

function Keys({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      onClose={onClose}
      title={t('keys.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p className={classes.lead}>{t('keys.lead')}</p>
      <div className={classes.places}>
        {placesOf(t).map(({ title, lines }) => (
          <section key={title} className={classes.place} aria-label={title}>
            <h3>{title}</h3>
            <dl>
              {lines.map(({ id, what, chords }) => (
                <div key={id} className={classes.line}>
                  <dt>{what}</dt>
                  <dd>
                    {chords.map((chord) => (
                      <Chord key={chord} chord={chord} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** `?`: every key of the app and what it does. */
export function KeysDialog() {
  const isOpen = useUi((state) => state.isKeysOpen);
  const setOpen = useUi((state) => state.setKeysOpen);
  return isOpen ? <Keys onClose={() => setOpen(false)} /> : null;
}
