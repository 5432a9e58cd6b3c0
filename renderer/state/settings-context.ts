import { createContext } from '@lit/context';
import type { Settings } from '#preload/contract/settings-types.ts';

/** The settings in force. */
export const settingsContext = createContext<Settings>('settings');
