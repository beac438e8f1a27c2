import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/** What had the keyboard; of an entry of a menu, which goes away, the button of that menu. */
function openerNow(): HTMLElement | null {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return null;
  const menu = activeElement.closest('[role="menu"]');
  const button = document.getElementById(menu?.getAttribute('aria-labelledby') ?? '');
  return button ?? activeElement;
}

/** Of what stands only while it is open: once it goes, what opened it has the keyboard again. */
export function useFocusBack(): void {
  const [opener] = useState(openerNow);
  useEffect(
    () => () => {
      const { activeElement, body } = document;
      const isFree = activeElement === null || activeElement === body;
      if (isFree && opener?.isConnected === true) opener.focus();
    },
    [opener],
  );
}

/** A dialog that stands only while it is open, and gives the keyboard back to what opened it. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  useFocusBack();
  return <Modal {...props} opened />;
}
