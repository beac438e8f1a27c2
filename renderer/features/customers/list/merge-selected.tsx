import { Button, Radio } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { FormFoot } from '#renderer/components/fields/form-foot.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';
import type { CustomerId } from '#shared/ids.ts';

/** So many are merged at once, each a step of its own. */
const most = 21;

interface Props {
  readonly rows: readonly CustomerRow[];
  onDone(): void;
}

interface WhoProps {
  readonly rows: readonly CustomerRow[];
  readonly keptId: CustomerId | null;
  onChoose(id: CustomerId): void;
}

function WhoStays({ rows, keptId, onChoose }: WhoProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const labelOf = ({ name, phone, city }: CustomerRow) =>
    [
      name === '' ? t('customers.noName') : name,
      phone === null ? null : format.phone(phone),
      city,
    ].filter((text) => text !== null);
  return (
    <Radio.Group
      label={t('customers.samePerson.mergeWho')}
      value={String(keptId)}
      onChange={(value) => {
        const row = rows.find(({ id }) => String(id) === value);
        if (row !== undefined) onChoose(row.id);
      }}
    >
      {rows.map((row) => (
        <Radio key={row.id} value={String(row.id)} label={labelOf(row).join(', ')} />
      ))}
    </Radio.Group>
  );
}

/** Who of them stays: the one that bought most, unless another is chosen. */
function MergeDialog({ rows, onDone, onClose }: Props & { onClose(): void }) {
  const { t } = useTranslation();
  const merge = useCommand('customers.mergeMany');
  const [first] = [...rows].sort((a, b) => b.purchases - a.purchases || a.id - b.id);
  const [keptId, setKept] = useState(first?.id ?? null);
  const called = ({ name }: CustomerRow) => (name === '' ? t('customers.noName') : name);
  const kept = rows.find(({ id }) => id === keptId);
  const run = async () => {
    if (kept === undefined) return;
    const otherIds = rows.map(({ id }) => id).filter((id) => id !== kept.id);
    const said = t('customers.samePerson.mergedMany', { count: rows.length, name: called(kept) });
    if ((await merge.run({ keptId: kept.id, otherIds }, said)).ok) onDone();
  };
  return (
    <Dialog
      onClose={onClose}
      title={t('customers.samePerson.mergeTitle', { count: rows.length })}
      size="md"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p>{t('customers.samePerson.mergeLead')}</p>
        <WhoStays rows={rows} keptId={keptId} onChoose={setKept} />
        <FormFoot
          save={t('customers.samePerson.merge')}
          error={merge.error}
          isRunning={merge.isRunning}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}

/** Merges those picked in the list; with too many it says how many can be. */
export function MergeSelected({ rows, onDone }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isTooMany = rows.length > most;
  if (rows.length < 2) return null;
  return (
    <>
      <Button
        leftSection={<IconGitMerge size={16} stroke={1.75} aria-hidden="true" />}
        disabled={isTooMany}
        onClick={() => setOpen(true)}
      >
        {t('customers.samePerson.mergeSelected')}
      </Button>
      {isTooMany && <small>{t('customers.samePerson.most', { most })}</small>}
      {isOpen && <MergeDialog rows={rows} onDone={onDone} onClose={() => setOpen(false)} />}
    </>
  );
}
