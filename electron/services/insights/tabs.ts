import { alarmsTried } from './alarms.ts';
import { comingBack } from './coming-back/coming-back.ts';
import { customerNextProduct, shopNextProducts } from './next/next-product.ts';
import { soldTogether } from './products/products.ts';
import { referralFigures } from './referrals/referrals.ts';
import { soldInTime } from './time/time.ts';

/** What the task process does for the tabs that stand on all sales: made once of the same sales, then kept. */
export const insightsTabTasks = {
  'insights.alarms': alarmsTried,
  'insights.comingBack': comingBack,
  'insights.nextProduct': customerNextProduct,
  'insights.nextProducts': shopNextProducts,
  'insights.products': soldTogether,
  'insights.referrals': referralFigures,
  'insights.time': soldInTime,
};
