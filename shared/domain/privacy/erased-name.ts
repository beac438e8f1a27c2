/** What is left of somebody who was erased is called so, wherever a customer is named. */
export function erasedName(number: number, language: 'id' | 'en'): string {
  return language === 'id' ? `Orang yang dihapus ${number}` : `Erased person ${number}`;
}
