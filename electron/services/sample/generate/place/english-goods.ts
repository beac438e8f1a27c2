import { catalogueOf } from '../products.ts';

/** The goods of the English shop, in pounds. */
export const englishGoods = catalogueOf({
  bean: {
    category: 'Coffee beans 250 g',
    prefix: 'BN',
    rows: [
      ['Colombia Huila 250 g', 9.8, 5.6],
      ['Ethiopia Guji 250 g', 10.6, 6.3],
      ['Kenya Nyeri 250 g', 10.9, 6.6],
      ['Guatemala Antigua 250 g', 9.6, 5.5],
      ['Costa Rica Honey 250 g', 9.9, 5.8],
      ['Brazil Cerrado 250 g', 8.4, 4.7],
      ['Peru Decaf 250 g', 8.9, 5.1],
      ['Morning Lark Blend 250 g', 7.8, 4.3],
    ],
  },
  kilo: {
    category: 'Coffee beans 1 kg',
    prefix: 'KB',
    rows: [
      ['House Espresso 1 kg', 24.5, 16.2],
      ['Breakfast Blend 1 kg', 21.5, 14.1],
      ['Ethiopia Guji 1 kg', 36, 24.6],
      ['Brazil Cerrado 1 kg', 19.5, 12.6],
      ['Colombia Huila 1 kg', 29.5, 19.8],
    ],
  },
  drink: {
    category: 'Drinks',
    prefix: 'DR',
    rows: [
      ['Flat White', 3.6, 1.3],
      ['Filter Coffee', 2.9, 0.8],
      ['Long Black', 3.1, 0.9],
      ['Latte', 3.7, 1.4],
      ['Pour Over', 4.2, 1.4],
      ['Iced Latte', 3.9, 1.5],
      ['Cold Brew', 3.8, 1.3],
      ['Chai', 3.5, 1.2],
      ['Pot of Tea', 2.8, 0.6],
      ['Hot Chocolate', 3.6, 1.4],
    ],
  },
  food: {
    category: 'Food',
    prefix: 'FD',
    rows: [
      ['Toasted Teacake', 3.2, 1.3],
      ['Carrot Cake', 3.8, 1.5],
      ['Cheese Scone', 3.1, 1.2],
      ['Shortbread', 1.9, 0.8],
      ['Soup and Sourdough', 6.9, 3.2],
      ['Cinnamon Bun', 3.3, 1.4],
    ],
  },
  tool: {
    category: 'Brewing gear',
    prefix: 'GR',
    rows: [
      ['Steel Hand Grinder', 44, 30.5, 12],
      ['Ceramic Dripper', 16.5, 10.4, 3],
      ['Filter Papers, pack of 100', 6.4, 3.7],
      ['Cafetiere, eight cups', 21, 13.2, 6],
      ['Gooseneck Kettle', 32, 21.6, 12],
      ['Brewing Scales', 38, 26, 12],
      ['Morning Lark Mug', 8.5, 4.4],
    ],
  },
  hamper: {
    category: 'Hampers',
    prefix: 'HP',
    rows: [
      ['Christmas Hamper, small', 19.5, 12],
      ['Christmas Hamper, large', 39.5, 25.2],
    ],
  },
  plan: {
    category: 'Subscriptions',
    prefix: 'SB',
    rows: [['Fortnightly Coffee Club', 27.5, 17.6]],
  },
});
