/** The article that the window was opened for, to show it alone; null for the window of the library. */
export const articleAlone = (address: string): string | null => new URL(address).searchParams.get('article');

/** Its tabs are for as long as the window is open; those of the library's window are remembered. */
export const forgetfulStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};
