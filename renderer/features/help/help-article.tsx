import { Button } from '@mantine/core';
import { IconArrowRight, IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { HelpPage } from '#shared/locale/help.ts';
import classes from './help.module.css';
import { helpOf, nextTo, routeOf } from './help-of.ts';
import { pictureOf } from './pictures.ts';
import { piecesOf, plainOf, saidOf } from './say.ts';

/** A sentence with the names of buttons set apart. */
function Sentence({ of }: { readonly of: string }) {
  const { t } = useTranslation();
  return piecesOf(t, of).map(({ text, isName }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence stay where they are
    isName ? <b key={at}>{text}</b> : <span key={at}>{text}</span>,
  );
}

interface Props {
  readonly page: HelpPage;
  /** Shows another page of help in its place. */
  onRead(page: HelpPage): void;
  /** Called before the window goes somewhere else. */
  onLeave?(): void;
  /** The screen that is explained is the one behind it: no way there is needed. */
  readonly isHere?: boolean;
}

function Ways({ page, onLeave, isHere = false }: Omit<Props, 'onRead'>) {
  const { t } = useTranslation();
  const go = useGo();
  const setKeysOpen = useUi((state) => state.setKeysOpen);
  const route = routeOf(page);
  const leave = (then: () => void) => () => {
    onLeave?.();
    then();
  };
  return (
    <div className={classes.ways}>
      {!isHere && (
        <Button
          rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden="true" />}
          onClick={leave(() => go(route))}
        >
          {helpOf[route] === page ? t('help.open') : t('help.openList')}
        </Button>
      )}
      <Button
        leftSection={<IconKeyboard size={16} stroke={1.75} aria-hidden="true" />}
        onClick={leave(() => setKeysOpen(true))}
      >
        {t('keys.title')}
      </Button>
    </div>
  );
}

function Questions({ questions }: { readonly questions: ReturnType<typeof saidOf>['questions'] }) {
  const { t } = useTranslation();
  if (questions.length === 0) return null;
  return (
    <>
      <h3>{t('help.asked')}</h3>
      <dl className={classes.asked}>
        {questions.map(({ why, because }) => (
          <div key={why}>
            <dt>
              <Sentence of={why} />
            </dt>
            <dd>
              <Sentence of={because} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What a page is for, what is seen on it, what can be done there, and what is often asked. */
export function HelpArticle({ page, onRead, onLeave, isHere = false }: Props) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const { title, what, see, deeds, questions } = saidOf(settings.language, page);
  const picture = pictureOf(settings.language, page);
  return (
    <article className={classes.article}>
      <p className={classes.what}>
        <Sentence of={what} />
      </p>
      {picture !== null && (
        <figure className={classes.picture}>
          <img src={picture} alt={t('help.picture', { page: plainOf(t, title) })} />
          <figcaption>{t('help.pictureOf')}</figcaption>
        </figure>
      )}
      <h3>{t('help.see')}</h3>
      <p>
        <Sentence of={see} />
      </p>
      <h3>{t('help.do')}</h3>
      <ul>
        {deeds.map((deed) => (
          <li key={deed}>
            <Sentence of={deed} />
          </li>
        ))}
      </ul>
      <Questions questions={questions} />
      <Ways page={page} isHere={isHere} {...(onLeave === undefined ? {} : { onLeave })} />
      <Next page={page} onRead={onRead} />
    </article>
  );
}

function Next({ page, onRead }: Pick<Props, 'page' | 'onRead'>) {
  const { t } = useTranslation();
  const { settings } = useSettings();
  const next = nextTo(page);
  if (next.length === 0) return null;
  return (
    <nav className={classes.next} aria-label={t('help.next')}>
      <h3>{t('help.next')}</h3>
      {next.map((one) => (
        <Button key={one} size="xs" onClick={() => onRead(one)}>
          {plainOf(t, saidOf(settings.language, one).title)}
        </Button>
      ))}
    </nav>
  );
}
