import { ground } from './0001-ground.ts';
import { nobodyForgotten } from './0002-nobody-forgotten.ts';
import { unpaidOrders } from './0003-unpaid-orders.ts';
import { books } from './0004-books.ts';
import { handedOver } from './0005-handed-over.ts';
import { reminded } from './0006-reminded.ts';
import { productFigures } from './0007-product-figures.ts';
import { prospects } from './0008-prospects.ts';
import { trash } from './0009-trash.ts';
import { history } from './0010-history.ts';
import { privacy } from './0011-privacy.ts';
import { segments } from './0012-segments.ts';
import { samePerson } from './0013-same-person.ts';
import { knownAgain } from './0014-known-again.ts';
import { customFields } from './0015-custom-fields.ts';
import { campaigns } from './0016-campaigns.ts';
import { feedback } from './0017-feedback.ts';
import { loyalty } from './0018-loyalty.ts';
import { referralRewards } from './0019-referral-rewards.ts';
import { standingCampaigns } from './0020-standing-campaigns.ts';
import { notes } from './0021-notes.ts';
import { letters } from './0022-letters.ts';

/** Every migration in order: the n-th takes `user_version` from n-1 to n. Shipped ones never change. */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-ground', sql: ground },
  { name: '0002-nobody-forgotten', sql: nobodyForgotten },
  { name: '0003-unpaid-orders', sql: unpaidOrders },
  { name: '0004-books', sql: books },
  { name: '0005-handed-over', sql: handedOver },
  { name: '0006-reminded', sql: reminded },
  { name: '0007-product-figures', sql: productFigures },
  { name: '0008-prospects', sql: prospects },
  { name: '0009-trash', sql: trash },
  { name: '0010-history', sql: history },
  { name: '0011-privacy', sql: privacy },
  { name: '0012-segments', sql: segments },
  { name: '0013-same-person', sql: samePerson },
  { name: '0014-known-again', sql: knownAgain },
  { name: '0015-custom-fields', sql: customFields },
  { name: '0016-campaigns', sql: campaigns },
  { name: '0017-feedback', sql: feedback },
  { name: '0018-loyalty', sql: loyalty },
  { name: '0019-referral-rewards', sql: referralRewards },
  { name: '0020-standing-campaigns', sql: standingCampaigns },
  { name: '0021-notes', sql: notes },
  { name: '0022-letters', sql: letters },
];
