import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUi } from '#renderer/state/ui.ts';
import { droppedFiles } from '../base/dropped-files.ts';
import { useGo } from '../base/routes.ts';
import classes from './shell.module.css';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Files, and folders of them, dropped anywhere in the window go to the import. */
export function DropAnywhere() {
  const { t } = useTranslation();
  const go = useGo();
  const dropFiles = useUi((state) => state.dropFiles);
  const [isOver, setOver] = useState(false);
  const onDrop = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer === null) return;
    void droppedFiles(event.dataTransfer).then((files) => {
      if (files.length === 0) return;
      dropFiles(files);
      go('import');
    });
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => onDrop(event);
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className={classes.drop}>
      <strong>{t('app.dropHere')}</strong>
      <span>{t('app.dropHint')}</span>
    </div>
  );
}
