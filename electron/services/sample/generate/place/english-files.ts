import { englishComplaints } from './english-complaints.ts';
import type { SamplePlace } from './place.ts';

const contacts: SamplePlace['files']['contacts'] = {
  name: 'contacts.csv',
  heading: 'CONTACT NOTEBOOK, kept by Edith and Rory',
  titles: [
    ...['Contact date', 'Time', 'Name', 'Mobile', 'Channel', 'Direction', 'Topic'],
    ...['Contact note', 'Result', 'Contact again', 'Contact again for'],
  ],
  incoming: 'in',
  outgoing: 'out',
  waiting: 'waiting',
  channels: [
    ['WhatsApp', 50],
    ['whatsapp', 15],
    ['call', 22],
    ['visit', 8],
    ['Facebook', 5],
  ],
  asks: [
    ['Asked for trade prices for the office', 'send the price list'],
    ['Wants hampers, number not certain yet', 'ask whether they order'],
    ['Asked when the Guji is back', 'tell them when it is here'],
    ['Would like a fixed delivery day', 'confirm the delivery day'],
    ['Wants to try the coffee club', 'ask what they think of it'],
  ],
  answers: [
    ['Price list sent, they will talk it over', 'waiting'],
    ['Ordered for the weekend', 'ordered'],
    ['Not now, maybe next month', 'not interested'],
    ['Picked it up in the shop', 'reached'],
  ],
  talks: [
    ['incoming', '', 'Asked about opening hours on the bank holiday', 'reached'],
    ['outgoing', '', 'Said that the order is ready', 'reached'],
    ['outgoing', '', 'Asked how they are, not seen for a while', 'no answer'],
    ['incoming', 'suggestion', 'Would like a 100 g bag to try', ''],
    ['incoming', 'suggestion', 'Asks for somewhere to lock a bicycle', ''],
    ['incoming', 'criticism', 'The music is too loud in the afternoon', ''],
    ['incoming', 'need', 'Needs a low caffeine coffee for a parent', ''],
    ['incoming', 'need', 'Looking for an electric grinder, we do not sell one', ''],
    ['outgoing', '', 'Birthday wishes', 'reached'],
    ['incoming', '', 'Ordered two bags to pick up tomorrow', 'ordered'],
  ],
};

/** The files of the English shop. */
export const englishFiles: SamplePlace['files'] = {
  contacts,
  list: {
    name: 'customers.csv',
    titles: [
      ...['Customer code', 'Full name', 'Mobile', 'Email', 'Address', 'City', 'Birthday'],
      ...['Customer type', 'Occupation', 'Source', 'Referred by', 'Label', 'Note'],
    ],
    business: 'Business',
    person: 'Person',
    writtenTwice: 'written down twice?',
    newNumber: 'new number',
  },
  till: {
    name: (year) => `till-${year}.xlsx`,
    sheet: 'Sales',
    heading: 'MORNING LARK, coffee shop and roastery',
    period: (from, to) => `Sales by item, ${from} to ${to}`,
    titles: [
      ...['Receipt no', 'Date', 'Customer name', 'Mobile', 'Item name', 'Quantity', 'Price'],
      ...['Total', 'Paid by', 'Note'],
    ],
    returned: (receipt) => `Return ${receipt}`,
    delivered: 'delivered',
    notes: ['gift wrapped', 'ground fine', 'brought a friend'],
    cash: 'Cash',
    transfer: 'Bank transfer',
    wallet: 'Card',
  },
  market: {
    completed: 'Completed',
    cancelled: 'Cancelled',
    returned: 'Returned',
    returnReasons: ['Damaged', 'Wrong item', 'Leaking bag'],
  },
  complaints: {
    name: 'complaints.csv',
    heading: 'MORNING LARK COMPLAINT BOOK',
    titles: [
      ...['Date received', 'Customer name', 'Mobile', 'Channel', 'Complaint', 'Product'],
      ...['Receipt no', 'Severity', 'Answered on', 'Cause', 'Solution', 'Solved on'],
      ...['Compensation', 'Compensation amount', 'Status', 'Handled by'],
    ],
    stories: englishComplaints,
    handlers: ['Edith', 'Rory', 'Mrs Lark'],
    leak: 'leaking bag',
  },
};
