import { createContext } from '@lit/context';
import type { Locale } from './locale.ts';

export const localeContext = createContext<Locale>(Symbol('locale'));
