import type { Notification, NotificationConstructorOptions } from 'electron';
import type { Notice } from '../context.ts';

type NotificationClass = {
  new (options: NotificationConstructorOptions): Pick<Notification, 'on' | 'show'>;
  isSupported(): boolean;
};

/** Shows a notification where the system has them; a click hands its address on. */
export function showNotice(
  Shown: NotificationClass,
  notice: Notice,
  onClick: (address: string) => void,
): void {
  if (!Shown.isSupported()) return;
  const shown = new Shown({ title: notice.title, body: notice.body });
  shown.on('click', () => onClick(notice.address));
  shown.show();
}
