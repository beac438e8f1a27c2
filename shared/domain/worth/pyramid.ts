/** The four layers of active customers, best first, and the four below them (Curry). */
export const activeLayers = ['top', 'large', 'medium', 'small'] as const;
export const pyramidLayers = [
  ...activeLayers,
  'inactive',
  'prospect',
  'suspect',
  'rest-of-world',
] as const;

export type ActiveLayer = (typeof activeLayers)[number];
export type PyramidLayer = (typeof pyramidLayers)[number];

/** A customer with a purchase in the window; revenue of the window in minor units, net of returns. */
export type ActiveCustomer = { id: number; revenueMinor: number; lastOn: string };

export type LayerBoundary = {
  above: ActiveLayer;
  below: ActiveLayer;
  /** Somebody just below brought exactly as much as somebody just above: the cut is arbitrary. */
  splitsEqualRevenue: boolean;
};

export type RankedLayers = {
  /** Best first: rank 1, 2, 3 … */
  ranked: { id: number; layer: ActiveLayer; revenueMinor: number }[];
  counts: Record<ActiveLayer, number>;
  boundaries: LayerBoundary[];
  /** Fewer than 100 active: the top one per cent is one customer, which the screen says. */
  isTopOneCustomer: boolean;
};

/** Customers in each layer of `active`: cuts at ⌈1 %⌉, ⌈5 %⌉ and ⌈20 %⌉, so nobody gives no top. */
export function layerCounts(active: number): Record<ActiveLayer, number> {
  const [top, large, medium] = cuts(active);
  return { top, large: large - top, medium: medium - large, small: active - medium };
}

function cuts(active: number): [number, number, number] {
  // Whole per cents over 100: exact where n is a multiple, without trusting 0.05 × n.
  return [Math.ceil(active / 100), Math.ceil((active * 5) / 100), Math.ceil((active * 20) / 100)];
}

/**
 * Ranks active customers by revenue; equal revenue by the latest purchase, then by id, so the same
 * data always give the same layers. Source: Curry, cut rule in `layerCounts`.
 */
export function rankLayers(active: readonly ActiveCustomer[]): RankedLayers {
  const order = [...active].sort(
    (one, other) =>
      other.revenueMinor - one.revenueMinor ||
      compareText(other.lastOn, one.lastOn) ||
      one.id - other.id,
  );
  const ends = [...cuts(order.length), order.length];
  const ranked = order.map(({ id, revenueMinor }, index) => ({
    id,
    layer: activeLayers[ends.findIndex((end) => index < end)] ?? ('small' as const),
    revenueMinor,
  }));
  const boundaries: LayerBoundary[] = [];
  for (const [index, here] of ranked.entries()) {
    const next = ranked[index + 1];
    if (next === undefined || next.layer === here.layer) continue;
    boundaries.push({
      above: here.layer,
      below: next.layer,
      splitsEqualRevenue: here.revenueMinor === next.revenueMinor,
    });
  }
  return {
    ranked,
    counts: layerCounts(order.length),
    boundaries,
    isTopOneCustomer: order.length > 0 && order.length < 100,
  };
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The layer of anybody: what they bought decides first, a person's mark only for those who never
 * bought, and who is neither is a prospect.
 */
export function layerOf(facts: {
  activeLayer: ActiveLayer | null;
  hasBought: boolean;
  mark: 'suspect' | 'rest-of-world' | null;
}): PyramidLayer {
  return facts.activeLayer ?? (facts.hasBought ? 'inactive' : (facts.mark ?? 'prospect'));
}

/** One member; `effort` in one unit for all (minutes, or minor units of cost), 0 for none. */
export type PyramidMember = { layer: PyramidLayer; revenueMinor: number; effort: number };

export type LayerSummary = {
  layer: PyramidLayer;
  customers: number;
  revenueMinor: number;
  /** Of all revenue, 0 to 1 (below 0 for a layer with net returns); 0 when nothing was earned. */
  revenueShare: number;
  effort: number;
  effortShare: number;
};

export type PyramidSummary = {
  layers: LayerSummary[];
  customers: number;
  active: number;
  revenueMinor: number;
  effort: number;
  /**
   * Suspects and the rest of the world: effort on those with whom there is no relation. Prospects
   * and inactive customers are not in it, they may still bring, or have brought, something.
   */
  waste: { customers: number; customerShare: number; effort: number; effortShare: number };
};

/** Counts, revenue and effort of every layer (empty ones too) with the shop's actual shares. */
export function pyramidSummary(members: Iterable<PyramidMember>): PyramidSummary {
  const sums = new Map(
    pyramidLayers.map((layer) => [layer, { customers: 0, revenueMinor: 0, effort: 0 }]),
  );
  const all = { customers: 0, revenueMinor: 0, effort: 0 };
  for (const { layer, revenueMinor, effort } of members) {
    for (const sum of [sums.get(layer), all]) {
      if (sum === undefined) continue;
      sum.customers += 1;
      sum.revenueMinor += revenueMinor;
      sum.effort += effort;
    }
  }
  const layers = [...sums].map(([layer, sum]) => ({
    layer,
    ...sum,
    revenueShare: share(sum.revenueMinor, all.revenueMinor),
    effortShare: share(sum.effort, all.effort),
  }));
  const isActive = (layer: PyramidLayer) => activeLayers.some((name) => name === layer);
  const lost = layers.filter(({ layer }) => layer === 'suspect' || layer === 'rest-of-world');
  const customers = total(lost.map((layer) => layer.customers));
  const effort = total(lost.map((layer) => layer.effort));
  return {
    layers,
    ...all,
    active: total(layers.filter(({ layer }) => isActive(layer)).map((layer) => layer.customers)),
    waste: {
      customers,
      customerShare: share(customers, all.customers),
      effort,
      effortShare: share(effort, all.effort),
    },
  };
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
