/** What a card that is dragged is known by: nothing else is taken where it is let go. */
export const DRAGGED = 'application/x-langgan-prospect';
