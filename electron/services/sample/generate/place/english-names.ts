/** Parts that make the English shop's invented people and businesses; any likeness is chance. */
export const englishNames = {
  womensNames: words(
    'Abigail Alice Amelia Beatrice Bethany Charlotte Chloe Clara Daisy Eliza Emily Esme Florence ' +
      'Frances Georgia Grace Hannah Harriet Imogen Isobel Jessica Josephine Lucy Mabel Martha ' +
      'Matilda Molly Nancy Olive Phoebe Poppy Rosalind Ruby Sophie Tabitha Violet Winifred Zara',
  ),
  mensNames: words(
    'Albert Alfie Arthur Barnaby Benjamin Callum Charlie Connor Declan Dominic Edmund Elliot ' +
      'Felix Finlay Frederick George Gregory Harvey Henry Hugo Isaac Jasper Joseph Leonard Lewis ' +
      'Magnus Miles Nathaniel Oscar Patrick Ralph Reuben Rupert Samuel Theodore Tobias',
  ),
  familyNames: words(
    'Ainsworth Ashdown Atherton Barraclough Blackwood Bramley Calloway Carrington Copley ' +
      'Dalton Drayton Fairbairn Fothergill Garside Greenhalgh Hargreave Holroyd Ingham ' +
      'Kettlewell Langdale Lockwood Marsden Mayfield Oakshott Pemberton Ramsden Rawlings ' +
      'Redfern Sedgwick Stanhope Sugden Thackray Thornbury Wetherby Whitlock Winterbourne',
  ),
  businessKinds: [
    ['Tearoom', 'Eatery'],
    ['Bistro', 'Eatery'],
    ['Brunch Bar', 'Eatery'],
    ['Inn', 'Lodging'],
    ['Guest House', 'Lodging'],
    ['Lodge', 'Lodging'],
    ['Studio', 'Office'],
    ['Associates', 'Office'],
    ['Stores', 'Shop'],
    ['Catering', 'Caterer'],
  ],
  businessNames: [
    ...['Abbey Row', 'Bluebell', 'Bridge End', 'Brook Side', 'Castle Hill', 'Cloverleaf'],
    ...['Copper Kettle', 'Corn Exchange', 'Crooked Beam', 'Dovecote', 'Eastgate', 'Fox and Fern'],
    ...['Garden Wall', 'Greenfinch', 'Half Moon', 'Harbour Light', 'Hawthorn', 'High Meadow'],
    ...['Honeysuckle', 'Ivy Court', 'Jackdaw', 'Kingfisher', 'Larkspur', 'Lower Mill'],
    ...['Millstone', 'Nightingale', 'Old Forge', 'Orchard Gate', 'Primrose', 'Quayside'],
    ...['Red Squirrel', 'Riverbank', 'Snowdrop', 'Station Yard', 'Weathervane'],
  ],
  /** Town, and streets in it that do not exist under these numbers. */
  towns: [
    ['York', 42],
    ['Leeds', 18],
    ['Harrogate', 15],
    ['Selby', 10],
    ['Malton', 8],
    ['Thirsk', 7],
  ],
  streets: [
    ...['Almond Walk', 'Beech Avenue', 'Bramble Close', 'Cedar Grove', 'Elder Lane'],
    ...['Foxglove Road', 'Heather Drive', 'Juniper Street', 'Lavender Way', 'Maple Terrace'],
    ...['Poplar Crescent', 'Rowan Road', 'Sycamore Place', 'Willow Court'],
  ],
  occupations: [
    ...['Teacher', 'Lecturer', 'Student', 'Nurse', 'Self-employed', 'Accountant', 'Designer'],
    ...['Pharmacist', 'Potter', 'Retired', 'Architect', 'Writer', 'Tour guide', 'Midwife'],
  ],
  tastes: [
    ...['likes it fruity', 'no sugar', 'fine grind', 'coarse grind', 'likes it dark'],
    ...['brings a cup', 'wants a receipt', 'home delivery', 'oat milk', 'sweet tooth'],
  ],
  sources: [
    ['Walked past', 30],
    ['Through a friend', 26],
    ['Social media', 20],
    ['Online search', 14],
    ['Food fair', 6],
    ['Web shop', 4],
  ],
} as const;

function words(list: string): readonly string[] {
  return list.split(' ');
}
