import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { EmailText } from '#renderer/components/figures.tsx';

test('an e-mail address may go on before its @ and after a dot, and stays one text', () => {
  const address = 'ratna.kusuma@kopi-sekar.co.id';
  const { container } = render(<EmailText address={address} />);
  expect(container.innerHTML).toBe('ratna.<wbr>kusuma<wbr>@kopi-<wbr>sekar.<wbr>co.<wbr>id');
  expect(container.textContent).toBe(address);
});
