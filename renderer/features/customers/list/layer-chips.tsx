import { useTranslation } from 'react-i18next';
import { FilterChip, FilterChips } from '#renderer/components/list/filter-chip.tsx';
import { toggled } from '#renderer/components/list/use-filter.ts';
import { LayerSign } from '#renderer/components/sign/layer-sign.tsx';
import { type Layer, layer as layerNames } from '#shared/contract/customers.ts';
import classes from './customers-page.module.css';
import type { Customers } from './use-customers.ts';

interface Props {
  readonly choice: Customers['choice'];
  readonly layers: readonly { readonly layer: Layer; readonly count: number }[];
}

/** One chip a layer that somebody is in, with how many; any number of them may be on. */
export function LayerChips({ choice, layers }: Props) {
  const { t } = useTranslation();
  const { filter, setFilter } = choice;
  const chosen = filter.layers;
  const total = layers.reduce((sum, { count }) => sum + count, 0);
  const counts = new Map(layers.map(({ layer, count }) => [layer, count]));
  const shown = layerNames.options.filter((layer) => counts.has(layer) || chosen.includes(layer));
  return (
    <div className={classes.layers}>
      <FilterChips label={t('customers.layersLabel')}>
        <FilterChip
          isOn={chosen.length === 0}
          count={total}
          onClick={() => setFilter({ layers: [] })}
        >
          {t('customers.all')}
        </FilterChip>
        {shown.map((layer) => (
          <FilterChip
            key={layer}
            isOn={chosen.includes(layer)}
            count={counts.get(layer) ?? 0}
            onClick={() => setFilter({ layers: toggled(chosen, layer) })}
          >
            <LayerSign layer={layer} />
          </FilterChip>
        ))}
      </FilterChips>
    </div>
  );
}
