import { BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import type { CommandId } from '#preload/contract/commands.ts';
import type { Messages } from '#preload/messages/catalogue.ts';
import { articleOrigin } from '#main/read/article-address.ts';

interface ContextParts {
  messages(): Messages;
  run(command: CommandId): void;
  /** Looks for a text in the whole library. */
  search(text: string): void;
}

type Asked = Pick<ContextMenuParams, 'isEditable' | 'editFlags' | 'selectionText' | 'frameURL'>;

const longestShown = 24;
const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length <= longestShown ? text : `${characters.slice(0, longestShown).join('')}…`;
};

/** What can be done with the text under the pointer; nothing here touches a network. Empty where there is nothing to do. */
export function textMenuTemplate(params: Asked, { messages, run, search }: ContextParts): MenuItemConstructorOptions[] {
  const { menu, contextMenu: words } = messages();
  const { editFlags } = params;
  if (params.isEditable)
    return [
      { label: menu.cut, role: 'cut', enabled: editFlags.canCut },
      { label: menu.copy, role: 'copy', enabled: editFlags.canCopy },
      { label: menu.paste, role: 'paste', enabled: editFlags.canPaste },
      { type: 'separator' },
      { label: menu.selectAll, role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
  const text = params.selectionText.replaceAll(/\s+/gu, ' ').trim();
  if (text === '') return [];
  const copy: MenuItemConstructorOptions = { label: menu.copy, role: 'copy' };
  if (!params.frameURL.startsWith(`${articleOrigin}/`)) return [copy];
  return [
    copy,
    { label: words['copy-quotation'], click: () => run('copy-quotation') },
    { type: 'separator' },
    // On some systems an ampersand in a label underlines what follows it.
    { label: words.searchFor(shortened(text).replaceAll('&', '&&')), click: () => search(text) },
  ];
}

/** The menu of text fields and of text that is selected. The list asks for its own, and this event does not come then. */
export function followContextMenus(contents: WebContents, parts: ContextParts): void {
  contents.on('context-menu', (_event, params) => {
    const template = textMenuTemplate(params, parts);
    const window = BrowserWindow.fromWebContents(contents);
    if (template.length > 0 && window) Menu.buildFromTemplate(template).popup({ window });
  });
}
