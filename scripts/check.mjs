import { runChecks } from './checks/run-checks.mjs';
import { runScript } from './runtime/step.mjs';

await runScript(() => runChecks(['check', ...process.argv.slice(2)]));
