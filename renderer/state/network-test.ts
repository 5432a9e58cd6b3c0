import type { Failure } from '#preload/contract/failure.ts';
import type { NetworkStage, NetworkTestResult } from '#preload/contract/network-types.ts';

/** A test of the network, as far as it is known. */
export interface NetworkTest {
  readonly passed: readonly NetworkStage[];
  /** null while it runs. */
  readonly end: NetworkTestResult | { readonly failure: Failure } | null;
}

export type StageState = 'passed' | 'failed' | 'running' | 'unneeded' | 'waiting';

const order: readonly NetworkStage[] = ['proxy', 'name', 'connect', 'tls', 'host', 'archive'];

/** Every stage with its state. What was passed over on the way does not lie on it. */
export const stageStates = (test: NetworkTest): readonly { readonly stage: NetworkStage; readonly state: StageState }[] => {
  const failed = test.end && 'failed' in test.end ? (test.end.failed?.stage ?? null) : null;
  const reached = Math.max(-1, ...[...test.passed, ...(failed ? [failed] : [])].map((stage) => order.indexOf(stage)));
  return order.map((stage, index) => {
    if (stage === failed) return { stage, state: 'failed' };
    if (test.passed.includes(stage)) return { stage, state: 'passed' };
    if (index < reached) return { stage, state: 'unneeded' };
    return { stage, state: test.end === null && index === reached + 1 ? 'running' : 'waiting' };
  });
};
