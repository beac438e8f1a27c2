import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/components/dialog.tsx';
import { CoverBadge } from '#renderer/components/guarantee/cover-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useClaim } from '#renderer/state/claim.ts';
import { customerId as asCustomerId } from '#shared/ids.ts';
import classes from './claim.module.css';
import { ClaimHow } from './claim-how.tsx';
import { ClaimSaved } from './claim-saved.tsx';
import { ClaimThing } from './claim-thing.tsx';
import { ClaimWho } from './claim-who.tsx';
import { type ClaimSteps, type Given, type Step, useClaimSteps } from './use-claim-steps.ts';

const STEPS: readonly Step[] = ['who', 'thing', 'how'];

/** Which of the three steps one is at; the saved claim comes after them. */
function StepLine({ at }: { readonly at: Step | 'saved' }) {
  const { t } = useTranslation();
  const index = at === 'saved' ? STEPS.length : STEPS.indexOf(at);
  return (
    <ol className={classes.steps} aria-label={t('guarantee.steps')}>
      {STEPS.map((step, place) => (
        <li
          key={step}
          aria-current={step === at ? 'step' : undefined}
          data-done={place < index || undefined}
        >
          <span className={classes.number}>{place + 1}</span>
          {t(`guarantee.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function Chosen({ step, who, line }: ClaimSteps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (who === null || step === 'who') return null;
  return (
    <p className={classes.chosen}>
      <b>{who.name === '' ? t('customers.noName') : who.name}</b>
      {who.phone !== null && (
        <span>{who.phone.startsWith('+') ? format.phone(who.phone) : who.phone}</span>
      )}
      {line !== null && step !== 'thing' && (
        <>
          <b>{line.product}</b>
          <CoverBadge endsOn={line.endsOn} daysLeft={line.daysLeft} />
        </>
      )}
    </p>
  );
}

function CurrentStep({ claim }: { readonly claim: ClaimSteps }) {
  const { t } = useTranslation();
  const { step, who, line, draft, back, claim: saved } = claim;
  if (step === 'who' || who === null)
    return <ClaimWho text={claim.text} onText={claim.setText} onPick={claim.pickWho} />;
  if (step === 'thing' || line === null)
    return (
      <>
        <ClaimThing customerId={who.customerId} onPick={claim.pickLine} />
        <div className={classes.foot}>
          <Button onClick={() => back?.()}>{t('app.back')}</Button>
        </div>
      </>
    );
  const chosen = { who, line, draft };
  if (step === 'how' || saved === null)
    return (
      <ClaimHow
        {...chosen}
        onDraft={claim.setDraft}
        onBack={() => back?.()}
        onSaved={claim.saved}
      />
    );
  return <ClaimSaved {...chosen} claim={saved} onAgain={claim.startAgain} />;
}

function ClaimModal({ given }: { readonly given: Given }) {
  const { t } = useTranslation();
  const closeClaim = useClaim((state) => state.closeClaim);
  const claim = useClaimSteps(given);
  const body = useRef<HTMLDivElement>(null);
  const { step, back } = claim;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step takes the keyboard anew
  useEffect(() => {
    body.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [step]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || back === null) return;
    event.stopPropagation();
    back();
  };
  return (
    <Dialog
      onClose={closeClaim}
      title={t('guarantee.newClaim')}
      size={620}
      closeOnEscape={back === null}
      closeOnClickOutside={back === null}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      onKeyDown={onKeyDown}
    >
      <div ref={body} className={classes.flow}>
        <StepLine at={step} />
        <Chosen {...claim} />
        <CurrentStep claim={claim} />
      </div>
    </Dialog>
  );
}

/** What was known when the dialog was opened, read from the data; null while it is being read. */
function useGiven(): Given | null {
  const { customerId, saleLineId } = useClaim();
  const isGiven = customerId !== null;
  const id = customerId ?? asCustomerId.parse(1);
  const customer = useQuery('customers.get', { id }, { enabled: isGiven }).data;
  const wantsLine = isGiven && saleLineId !== null;
  const lines = useQuery('guarantee.ofCustomer', { customerId: id }, { enabled: wantsLine }).data;
  if (!isGiven) return { who: null, line: null };
  if (customer === undefined || (wantsLine && lines === undefined)) return null;
  const phone = customer.facts.contactPoints.find(({ kind }) => kind === 'phone')?.value ?? null;
  const line = wantsLine ? lines?.find((one) => one.saleLineId === saleLineId) : undefined;
  return { who: { customerId, name: customer.facts.name, phone }, line: line ?? null };
}

/** A guarantee claim in three steps, by keyboard alone: who, which thing, what is wrong. */
export function ClaimDialog() {
  const isOpen = useClaim((state) => state.isOpen);
  const given = useGiven();
  return isOpen && given !== null ? <ClaimModal given={given} /> : null;
}
