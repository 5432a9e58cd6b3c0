import { createContext } from '@lit/context';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';

export const bridgeContext = createContext<BridgeClient>(Symbol('bridge'));
