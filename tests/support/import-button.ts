import { screen, waitFor } from '@testing-library/react';
import { useImport } from '#renderer/features/imports/import-session.ts';

function isAtWork(): boolean {
  const { work, step, report, isStale } = useImport.getState();
  return work !== null || (step === 'check' && report !== null && isStale);
}

/** A button of the import's pages as soon as nothing runs and nothing is counted anew: until then it waits. */
export async function importButton(name: RegExp): Promise<HTMLElement> {
  await screen.findByRole('button', { name });
  await waitFor(() => {
    if (isAtWork()) throw new Error('the import is at work');
  });
  return screen.findByRole('button', { name });
}
