import { join } from 'node:path';
import { asFailure } from '#main/failure.ts';
import type { UpdateRelease, UpdateState, UpdateStatus } from '#preload/contract/update-types.ts';
import type { Running } from './judge-release.ts';
import { memoryName } from './memory-name.ts';
import { canInstall } from './package-kind.ts';
import { mirrorList } from './try-mirrors.ts';
import { nextState, type UpdateEvent } from './update-machine.ts';
import { type MemoryKeeper, openMemory, type UpdateMemory } from './update-memory.ts';

export interface LedgerParts {
  readonly running: Running;
  /** For everything that is kept: what is remembered, downloads, the installer. */
  readonly folder: string;
  readonly builtInMirrors: readonly string[];
  onChanged(status: UpdateStatus): void;
  note(message: string, facts: Readonly<Record<string, string>>): void;
}

/** Where the matter stands: the state of the machine, and what is remembered from one start to the next. */
export class UpdateLedger {
  readonly #parts: LedgerParts;
  readonly #memory: MemoryKeeper;
  #state: UpdateState;

  constructor(parts: LedgerParts) {
    this.#parts = parts;
    this.#memory = openMemory(join(parts.folder, memoryName));
    this.#state = { kind: 'idle', checkedAt: this.#memory.now.checkedAt };
  }

  get state(): UpdateState {
    return this.#state;
  }

  get memory(): UpdateMemory {
    return this.#memory.now;
  }

  /** Places to ask, the reader's own first. */
  mirrors(): readonly URL[] {
    const { mirrors, announcedMirrors } = this.memory;
    return mirrorList(mirrors, announcedMirrors, this.#parts.builtInMirrors);
  }

  status(): UpdateStatus {
    const { version, packageKind } = this.#parts.running;
    return {
      version,
      packageKind,
      canInstall: canInstall(packageKind),
      choice: this.memory.choice,
      mirrors: this.memory.mirrors,
      hasMirror: this.mirrors().length > 0,
      state: this.#state,
    };
  }

  apply(event: UpdateEvent): void {
    const before = this.#state;
    this.#state = nextState(before, event);
    if (this.#state !== before) this.#parts.onChanged(this.status());
  }

  /** Throws where it cannot be written down. */
  change(changes: Partial<UpdateMemory>): void {
    this.#memory.change(changes);
  }

  /** What cannot be written down is not worth a failure of its own: the work itself meets the same disk. */
  remember(changes: Partial<UpdateMemory>): void {
    try {
      this.change(changes);
    } catch (error) {
      this.#parts.note('updates cannot be remembered', { code: asFailure(error).code });
    }
  }

  /** A version that failed is left alone from then on, until the reader asks for it. */
  fail(error: unknown, about: UpdateRelease | null): void {
    const failure = asFailure(error);
    if (failure.code === 'cancelled') {
      this.apply({ kind: 'cancelled' });
      return;
    }
    this.#parts.note('update failed', { code: failure.code });
    if (about !== null)
      this.remember({ failed: [...this.#failedBut(about.version), { version: about.version, code: failure.code }] });
    this.apply({ kind: 'failed', failure, ...(about && { release: about }) });
  }

  stage(path: string, staged: NonNullable<UpdateMemory['staged']>): void {
    this.remember({ staged, failed: this.#failedBut(staged.release.version) });
    this.apply({ kind: 'staged', file: path, release: staged.release });
  }

  #failedBut(version: string): UpdateMemory['failed'] {
    return this.memory.failed.filter((failed) => failed.version !== version);
  }
}
