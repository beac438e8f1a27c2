import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  Input,
  Kbd,
  Menu,
  Modal,
  Notification,
  Popover,
  SegmentedControl,
  Select,
  Tooltip,
} from '@mantine/core';
import controls from './controls.module.css';

/** Mantine's theme without words: sizes and shapes of `theme/controls.module.css`; every colour comes from `tokens.css`. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 7,
  colors: {
    accent: [
      '#eef6f4',
      '#e1eeeb',
      '#c6dfda',
      '#9cc5be',
      '#73aca3',
      '#3a8880',
      '#1f746d',
      '#0e5f59',
      '#0a4a45',
      '#063330',
    ],
  },
  fontFamily: 'var(--font)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default', size: 'sm' },
      classNames: { root: controls.button, section: controls.buttonSection },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray', size: 28 },
      classNames: { root: controls.icon },
    }),
    Input: Input.extend({ classNames: { input: controls.input } }),
    InputWrapper: Input.Wrapper.extend({
      classNames: {
        label: controls.label,
        description: controls.description,
        error: controls.description,
      },
    }),
    Kbd: Kbd.extend({ classNames: { root: controls.kbd } }),
    Select: Select.extend({
      defaultProps: { allowDeselect: false, checkIconPosition: 'right' },
    }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { withItemsBorders: false, transitionDuration: 0 },
      classNames: {
        root: controls.segments,
        indicator: controls.segment,
        label: controls.segmentLabel,
      },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', iconColor: 'var(--on-accent)' } }),
    Menu: Menu.extend({
      defaultProps: { shadow: 'md', position: 'bottom-end', transitionProps: { duration: 0 } },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } }),
    Notification: Notification.extend({ classNames: { description: controls.toast } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, transitionProps: { duration: 0 } },
      classNames: { tooltip: controls.tooltip },
    }),
    Modal: Modal.extend({
      defaultProps: { radius: 'lg', centered: true, transitionProps: { duration: 0 } },
      classNames: { title: controls.modalTitle, content: controls.modalContent },
    }),
  },
});
