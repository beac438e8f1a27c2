import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

interface Props<C extends string> {
  readonly label: string;
  readonly isRunning: boolean;
  /** The kinds of file. */
  readonly choices: readonly { readonly name: C; readonly label: string }[];
  onPick(name: C): void;
}

/** A button that asks for the kind of file to write the list to. */
export function ExportMenu<C extends string>({ label, isRunning, choices, onPick }: Props<C>) {
  return (
    <Menu>
      <Menu.Target>
        <Button
          loading={isRunning}
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((one) => (
          <Menu.Item key={one.name} onClick={() => onPick(one.name)}>
            {one.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
