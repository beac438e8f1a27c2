import { useTranslation } from 'react-i18next';
import type { Layer } from '#shared/contract/customers.ts';
import classes from './layer-sign.module.css';

interface Props {
  readonly layer: Layer;
  readonly isPill?: boolean;
}

const STEPS = ['top', 'large', 'medium', 'small'] as const;

/** How the steps are drawn: filled for who buys, lines for prospects, dots for who is out of reach. */
export function stepStyle(layer: Layer): 'solid' | 'line' | 'dotted' {
  if (layer === 'prospect') return 'line';
  return layer === 'suspect' || layer === 'rest-of-world' ? 'dotted' : 'solid';
}

/** A small pyramid with the customer's own step filled, and the layer's name. */
export function LayerSign({ layer, isPill = false }: Props) {
  const { t } = useTranslation();
  const style = stepStyle(layer);
  return (
    <span className={isPill ? `${classes.layer} ${classes.pill}` : classes.layer}>
      <svg viewBox="-0.5 -0.5 15 13" aria-hidden="true" data-style={style}>
        {STEPS.map((step, index) => (
          <rect
            key={step}
            data-own={step === layer || undefined}
            x={5.4 - index * 1.8}
            y={index * 3.1}
            width={3.2 + index * 3.6}
            height={2.4}
            rx={0.6}
          />
        ))}
      </svg>
      {t(`layer.${layer}`)}
    </span>
  );
}
