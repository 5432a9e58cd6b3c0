import { contextBridge } from 'electron';
import { createFakeBridge } from './fake-bridge.ts';
import { scenarioNamed } from './scenarios.ts';

const { bridge, control } = createFakeBridge(scenarioNamed(process.env['OFFPRINT_TEST_SCENARIO'] ?? 'typical'));

contextBridge.exposeInMainWorld('offprint', bridge);
contextBridge.exposeInMainWorld('fake', control);
