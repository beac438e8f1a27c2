import { Modal } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import classes from './derivation-modal.module.css';

/** One line of a sum: what it is, how it is reckoned (`Rp 275.000 × 24 × 3`), what comes out. */
export interface DerivationStep {
  readonly label: string;
  readonly sum?: string;
  readonly result: string;
  /** Why: where a figure comes from, in a sentence. */
  readonly note?: ReactNode;
  /** A subtotal or the end: set off by a line and bold. */
  readonly isTotal?: boolean;
}

interface Props {
  readonly isOpen: boolean;
  onClose(): void;
  readonly title: string;
  /** What the figure means, in one sentence. */
  readonly lead: ReactNode;
  readonly steps: readonly DerivationStep[];
  /** Under the sum: what it leaves out, where to change its assumption. */
  readonly foot?: ReactNode;
}

/** Prints how a figure came about, step by step, so that it can be checked with a pocket calculator. */
export function DerivationModal({ isOpen, onClose, title, lead, steps, foot }: Props) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size="lg">
      <p className={classes.lead}>{lead}</p>
      <dl className={classes.steps}>
        {steps.map((step) => (
          <Fragment key={step.label}>
            <dt data-total={step.isTotal || undefined}>
              <span className={classes.label}>{step.label}</span>
              {step.note !== undefined && <span className={classes.note}>{step.note}</span>}
            </dt>
            <dd data-total={step.isTotal || undefined}>
              {step.sum !== undefined && <span className={classes.sum}>{step.sum} =</span>}
              <span className={classes.result}>{step.result}</span>
            </dd>
          </Fragment>
        ))}
      </dl>
      {foot !== undefined && <div className={classes.foot}>{foot}</div>}
    </Modal>
  );
}
