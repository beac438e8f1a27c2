/** One press: a key, with what is held (`mod` is Ctrl, on a Mac Cmd), such as `mod+shift+K`. */
type Chord = string;

/** Every key of the app, by the place it works in; a test holds it against what is bound. */
export const KEYS = {
  everywhere: {
    find: ['mod+K'],
    newSale: ['F2'],
    newCustomer: ['mod+N'],
    import: ['mod+O'],
    undo: ['mod+Z'],
    redo: ['mod+shift+Z', 'mod+Y'],
    settings: ['mod+,'],
    help: ['F1'],
    keys: ['?'],
  },
  lists: {
    toSearch: ['/'],
    intoList: ['ArrowDown', 'Enter'],
    emptySearch: ['Escape'],
    move: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'],
    open: ['Enter'],
    pick: ['Space'],
    extend: ['shift+ArrowUp', 'shift+ArrowDown'],
    pickAll: ['mod+A'],
    letGo: ['Escape'],
  },
  fields: {
    take: ['Enter'],
    putBack: ['Escape'],
    choose: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'],
    closeCalendar: ['Escape'],
  },
  entry: {
    forward: ['Enter'],
    discount: ['mod+D'],
    takeOut: ['mod+Delete'],
  },
  sale: {
    print: ['mod+P'],
    closeDebtor: ['Escape'],
  },
  prospects: {
    between: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    move: ['shift+ArrowLeft', 'shift+ArrowRight'],
  },
  campaigns: {
    open: ['1'],
    sent: ['2'],
    skip: ['3'],
    unreachable: ['4'],
    refused: ['5'],
    leaveText: ['Escape'],
  },
  feedback: {
    answer: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    next: ['Enter'],
    newLine: ['shift+Enter'],
    back: ['ArrowLeft'],
    complain: ['K'],
  },
  complaints: {
    new: ['mod+shift+K'],
    between: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    send: ['mod+Enter'],
    save: ['mod+Enter'],
    back: ['Escape'],
  },
  others: {
    note: ['mod+Enter'],
    sources: ['ArrowLeft', 'ArrowRight'],
    firstFound: ['Enter'],
  },
} as const satisfies Record<string, Record<string, readonly Chord[]>>;
