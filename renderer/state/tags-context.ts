import { createContext } from '@lit/context';
import type { TagCount } from '#preload/contract/tag-types.ts';

export const tagsContext = createContext<readonly TagCount[]>(Symbol('tags'));
