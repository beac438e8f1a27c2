/** Cards whose figures stand on their own rows, or have none, each with why. */
export const ownCards: Readonly<Record<string, string>> = {
  'insights/four/four-card.tsx':
    'followed in four.test.tsx: who bought again, who was referred, and each contact date',
  'insights/past/single-card.tsx':
    'ratios of a trial; who it was tried on is opened by the card beside it',
  'insights/predicted/best-card.tsx': 'its rows are the customers themselves, each a link',
  'insights/top-card.tsx': 'its rows are the customers themselves, each with its derivation',
  'insights/products/profit-card.tsx': 'its rows are the products themselves, each a link',
  'insights/products/wanted-card.tsx':
    'followed in next.test.tsx: who has what speaks for a product and not it',
  'today/bad-answers-card.tsx':
    'followed in feedback/bad-answers.test.tsx: exactly those answers, a survey each',
  'today/campaigns-card.tsx':
    'each campaign is a link to its queue, where everybody on its list stands',
  'today/complaints-card.tsx': 'the rows stand on the card; more of them are a link away',
  'today/contact-card.tsx': 'the rows stand on the card, a page after the other',
  'today/greetings-card.tsx': 'the rows stand on the card; more of them are a button away',
  'today/owed-card.tsx': 'followed in owed-today.test.tsx: the list of who owes',
  'today/points-card.tsx':
    'followed in loyalty/points.test.tsx: exactly those whose points run out',
  'today/rewards-card.tsx': 'the rows stand on the card; more of them are a link away',
  'today/tour-card.tsx': 'its steps stand on the card, each with its own tick',
  'customers/page/facts-card.tsx': 'what is written down, no figures',
  'customers/page/joined-card.tsx': 'the rows stand on the card',
  'customers/page/open-items-card.tsx': 'the rows stand on the card; more of them are a link away',
};
