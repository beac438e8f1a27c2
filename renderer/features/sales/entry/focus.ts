const fields = 'input[data-field]';

function fieldsOf(form: HTMLElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>(fields)];
}

/** Goes to a field of a line, or of the sale, by its name; `#` stands before a line's number. */
export function goToField(form: HTMLElement | null, name: string): void {
  const field =
    form === null ? undefined : fieldsOf(form).find((one) => one.dataset.field === name);
  field?.focus();
  field?.select();
}

/** The name of a field of the line that is the `index`-th from the top. */
export function lineField(
  index: number,
  field: 'product' | 'quantity' | 'price' | 'discount',
): string {
  return `${field}#${index}`;
}
