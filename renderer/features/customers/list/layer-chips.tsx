import { useTranslation } from 'react-i18next';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCustomerList } from '#renderer/state/customer-list.ts';
import { type Layer, layer as layerNames } from '#shared/contract/customers.ts';
import classes from './filter-bar.module.css';

interface Props {
  readonly layers: readonly { readonly layer: Layer; readonly count: number }[];
}

/** One chip a layer that somebody is in, with how many; any number of them may be on. */
export function LayerChips({ layers }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const chosen = useCustomerList((state) => state.filter.layers);
  const setFilter = useCustomerList((state) => state.setFilter);
  const total = layers.reduce((sum, { count }) => sum + count, 0);
  const counts = new Map(layers.map(({ layer, count }) => [layer, count]));
  const shown = layerNames.options.filter((layer) => counts.has(layer) || chosen.includes(layer));
  const toggle = (layer: Layer) =>
    setFilter({
      layers: chosen.includes(layer) ? chosen.filter((one) => one !== layer) : [...chosen, layer],
    });
  return (
    <fieldset className={classes.chips} aria-label={t('customers.layersLabel')}>
      <button
        type="button"
        className={classes.chip}
        aria-pressed={chosen.length === 0}
        onClick={() => setFilter({ layers: [] })}
      >
        {t('customers.all')}
        <span className={classes.chipCount}>{format.number(total)}</span>
      </button>
      {shown.map((layer) => (
        <button
          key={layer}
          type="button"
          className={classes.chip}
          aria-pressed={chosen.includes(layer)}
          onClick={() => toggle(layer)}
        >
          <LayerSign layer={layer} />
          <span className={classes.chipCount}>{format.number(counts.get(layer) ?? 0)}</span>
        </button>
      ))}
    </fieldset>
  );
}
