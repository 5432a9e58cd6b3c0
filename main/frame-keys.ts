import type { Input, WebContents } from 'electron';
import type { WindowCommand } from '#preload/contract/contract.ts';

const commandOfKey: ReadonlyMap<string, WindowCommand> = new Map([
  ['j', 'next-article'],
  ['k', 'previous-article'],
  ['s', 'toggle-bookmark'],
  ['o', 'show-outline'],
  ['/', 'search'],
  ['Escape', 'close-panel'],
  ['F3', 'next-match'],
]);

function commandOf({ key, shift }: Input): WindowCommand | undefined {
  return key === 'F3' && shift ? 'previous-match' : commandOfKey.get(key);
}

/**
 * The article frame runs no script, so keys typed while it has the focus never reach the window's page. They are caught here;
 * a page has no text field, so single letters are free.
 */
export function forwardFrameKeys(contents: WebContents, run: (command: WindowCommand) => void): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || input.control || input.meta || input.alt) return;
    const frame = contents.focusedFrame;
    const command = commandOf(input);
    if (command === undefined || frame === null || frame === contents.mainFrame) return;
    event.preventDefault();
    run(command);
  });
}
