import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SectionBack } from '#renderer/components/segments/section-back.tsx';
import { KeepButtons } from '#renderer/components/sheets/keep-buttons.tsx';
import { SheetCard } from '#renderer/components/sheets/sheet-card.tsx';
import classes from '#renderer/components/sheets/sheets.module.css';
import { useSayKept } from '#renderer/components/sheets/use-keep-sheet.ts';
import { useSpeaking } from '#renderer/components/sheets/use-speaking.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useTask } from '#renderer/data/use-task.ts';
import type { SegmentPicture } from '#shared/contract/segments/picture.ts';
import { pictureFacts, pictureFinding, pictureParts } from '#shared/domain/picture/parts.ts';
import type { SegmentId } from '#shared/ids.ts';

function Keep({ id, name }: { readonly id: SegmentId; readonly name: string }) {
  const { t } = useTranslation();
  const printing = useTask('segments.printPicture');
  const saving = useTask('segments.keepPicture');
  const sayKept = useSayKept();
  const title = t('picture.running');
  const file = t('picture.of', { name });
  return (
    <KeepButtons
      isRunning={printing.isRunning || saving.isRunning}
      onPrint={() =>
        void printing.run({ id, name: file }, title).then((kept) => sayKept('print', kept))
      }
      onSave={(format) =>
        void saving.run({ id, format }, title).then((kept) => sayKept('save', kept))
      }
    />
  );
}

function Picture({ picture }: { readonly picture: SegmentPicture }) {
  const speaking = useSpeaking();
  return (
    <div className={classes.cards}>
      <div className={classes.facts}>
        <p className={classes.whole}>{pictureFinding(speaking, picture)}</p>
        {pictureFacts(speaking, picture).map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
      </div>
      {pictureParts(speaking, picture).map((part) => (
        <SheetCard key={part.id} part={part} />
      ))}
    </div>
  );
}

/** Who the customers of a segment are and how they buy, without a name. */
export function PicturePage({ id }: { readonly id: SegmentId }) {
  const { t } = useTranslation();
  const go = useGo();
  const { data, error, refetch } = useQuery('segments.picture', { id }, { keepPrevious: true });
  return (
    <article className={classes.page}>
      <PageHeader
        title={data === undefined ? t('picture.title') : t('picture.of', { name: data.name })}
        lead={t('picture.lead')}
        beside={<SectionBack />}
        actions={
          <div className={classes.controls}>
            <Button onClick={() => go(`/customers/segments/${id}`)}>{t('picture.back')}</Button>
            {data !== undefined && <Keep id={id} name={data.name} />}
          </div>
        }
      />
      {data !== undefined ? (
        <Picture picture={data} />
      ) : error !== null ? (
        <ErrorState error={error.error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton h="16rem" radius="lg" aria-busy="true" />
      )}
    </article>
  );
}
