import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { asFailure } from '#main/failure.ts';
import type { HttpSender } from '#main/source/http/node-http.ts';
import type { UpdateChoice, UpdateRelease, UpdateStatus } from '#preload/contract/update-types.ts';
import { downloadRelease } from './download-release.ts';
import { findRelease } from './find-release.ts';
import { fileFor } from './judge-release.ts';
import type { Manifest, ReleaseFile } from './manifest.ts';
import { canInstall } from './package-kind.ts';
import { takeFile } from './take-file.ts';
import { mirrorList } from './try-mirrors.ts';
import type { FreeBytes } from './update-disk.ts';
import { UpdateFailure } from './update-failure.ts';
import { type LedgerParts, UpdateLedger } from './update-ledger.ts';
import { canCheck, downloadable, isCheckDue, mayDownloadUnasked, releaseOf } from './update-machine.ts';
import type { UpdateMemory } from './update-memory.ts';
import { verifyFile } from './verify-file.ts';
import { compareVersions } from './version-order.ts';

export interface StagedFile {
  readonly path: string;
  readonly version: string;
  readonly bytes: number;
  /** Base64. */
  readonly sha512: string;
}

export interface UpdaterParts extends LedgerParts {
  readonly trustedKeys: readonly string[];
  /** A way to the network as the reader has set it; closed after use. */
  openSender(): Promise<HttpSender>;
  isMetered(): Promise<boolean>;
  readonly freeBytes: FreeBytes;
  readonly nowMs: () => number;
  /** Hands a verified file to the installer, which ends the application. */
  install(file: StagedFile): Promise<void>;
  /** Takes away what installing left behind. */
  tidy(): Promise<void>;
}

export interface UpdateWish {
  readonly choice?: UpdateChoice | undefined;
  readonly mirrors?: readonly string[] | undefined;
}

/** The release that was found, with all that is needed to fetch it. Forgotten when the application ends. */
interface Found {
  readonly manifest: Manifest;
  readonly file: ReleaseFile;
  readonly mirrors: readonly URL[];
}

/**
 * Joins the pure parts to disk and network. One thing at a time: a call that comes meanwhile changes nothing. Whatever fails ends
 * as a state; only `choose` throws.
 */
export class Updater {
  readonly #parts: UpdaterParts;
  readonly #ledger: UpdateLedger;
  #found: Found | null = null;
  #working: AbortController | null = null;

  constructor(parts: UpdaterParts) {
    this.#parts = parts;
    this.#ledger = new UpdateLedger(parts);
  }

  status(): UpdateStatus {
    return this.#ledger.status();
  }

  /** Throws 'disk-full' or 'place-not-writable'. */
  choose({ choice, mirrors }: UpdateWish): UpdateStatus {
    this.#ledger.change({ ...(choice && { choice }), ...(mirrors && { mirrors: [...mirrors] }) });
    this.#parts.onChanged(this.status());
    return this.status();
  }

  /** Looks at what the last run left, and asks where the reader wishes it and a check is due. */
  async attend(): Promise<UpdateStatus> {
    await this.#alone(() => this.#takeUp());
    const { choice, lastTriedAtMs } = this.#ledger.memory;
    const facts = { choice, lastTriedAtMs, state: this.#ledger.state, nowMs: this.#parts.nowMs() };
    return this.status().hasMirror && isCheckDue(facts) ? this.check() : this.status();
  }

  /** Asks now; where the reader wishes it so, what is found is fetched too. */
  async check(): Promise<UpdateStatus> {
    await this.#alone((signal) => this.#lookFor(signal));
    const { choice, failed } = this.#ledger.memory;
    const { state } = this.#ledger;
    if (state.kind !== 'available' || choice !== 'automatic') return this.status();
    const failedVersions = failed.map(({ version }) => version);
    const isMetered = await this.#parts.isMetered();
    const facts = { choice, failedVersions, isMetered, canInstall: this.status().canInstall };
    if (mayDownloadUnasked(state.release, facts)) await this.#alone((signal) => this.#fetchFound(signal), true);
    return this.status();
  }

  /** Fetches the release that was found, also one that failed before: this is the reader's own hand. */
  async download(): Promise<UpdateStatus> {
    if (this.#found === null) await this.#alone((signal) => this.#lookFor(signal));
    if (downloadable(this.#ledger.state) !== null) await this.#alone((signal) => this.#fetchFound(signal), true);
    return this.status();
  }

  /** Ends a check or a download; what has come of the file stays. */
  cancel(): UpdateStatus {
    this.#working?.abort();
    return this.status();
  }

  /** A package, or the manifest beside it, that the reader has in the hand. */
  takeFile(path: string): Promise<UpdateStatus> {
    return this.#alone(async () => {
      const { believed } = this.#ledger.memory;
      const { manifest, file, ...taken } = await takeFile({ ...this.#parts, path, believed, folder: this.#downloads });
      this.#believe(manifest);
      this.#ledger.stage(taken.path, stagedAs(manifest, file));
    });
  }

  install(): Promise<UpdateStatus> {
    return this.#alone(async () => {
      const { memory, state } = this.#ledger;
      if (state.kind !== 'ready' || memory.staged === null || !canInstall(this.#parts.running.packageKind)) return;
      const { version } = state.release;
      this.#ledger.change({ installing: { version } });
      try {
        const { bytes, sha512 } = memory.staged;
        await this.#parts.install({ path: state.file, version, bytes, sha512 });
      } catch (error) {
        this.#ledger.remember({ installing: null, staged: null });
        throw error;
      }
    }, true);
  }

  get #downloads(): string {
    return join(this.#parts.folder, 'downloads');
  }

  /** `isAboutRelease`: a failure counts as one of the release that the state speaks of. */
  async #alone(work: (signal: AbortSignal) => Promise<void>, isAboutRelease = false): Promise<UpdateStatus> {
    if (this.#working !== null) return this.status();
    const working = new AbortController();
    this.#working = working;
    try {
      await work(working.signal);
    } catch (error) {
      this.#ledger.fail(error, isAboutRelease ? releaseOf(this.#ledger.state) : null);
    } finally {
      this.#working = null;
    }
    return this.status();
  }

  async #onNetwork<Result>(work: (sender: HttpSender) => Promise<Result>): Promise<Result> {
    const sender = await this.#parts.openSender();
    try {
      return await work(sender);
    } finally {
      sender.close();
    }
  }

  readonly #noteMirror = (error: unknown): void =>
    this.#parts.note('a place of releases failed', { code: asFailure(error).code });

  /** Not while a verified file waits: it would have to be fetched again. */
  async #lookFor(signal: AbortSignal): Promise<void> {
    const ledger = this.#ledger;
    if (!canCheck(ledger.state)) return;
    this.#found = null;
    ledger.apply({ kind: 'check-started' });
    ledger.remember({ lastTriedAtMs: this.#parts.nowMs() });
    const { trustedKeys, running } = this.#parts;
    const { believed } = ledger.memory;
    const errand = { mirrors: ledger.mirrors(), trustedKeys, running, believed, signal, onMirrorFailed: this.#noteMirror };
    const { manifest, mirror, isNew } = await this.#onNetwork((sender) => findRelease({ ...errand, sender }));
    this.#believe(manifest);
    if (!isNew) {
      const at = new Date(this.#parts.nowMs()).toISOString();
      ledger.remember({ checkedAt: at });
      ledger.apply({ kind: 'nothing-newer', at });
      return;
    }
    const file = fileFor(manifest, running);
    this.#found = {
      manifest,
      file,
      mirrors: mirrorList(
        [mirror.href],
        ledger.mirrors().map(({ href }) => href),
      ),
    };
    ledger.apply({ kind: 'release-found', release: stagedAs(manifest, file).release });
  }

  async #fetchFound(signal: AbortSignal): Promise<void> {
    if (this.#found === null) throw new UpdateFailure('not-found', 'nothing was found that could be fetched');
    const { manifest, file, mirrors } = this.#found;
    const { freeBytes } = this.#parts;
    this.#ledger.apply({ kind: 'download-started' });
    let shownBytes = 0;
    const onReceived = (receivedBytes: number): void => {
      if (receivedBytes - shownBytes < file.bytes / 200) return;
      shownBytes = receivedBytes;
      this.#ledger.apply({ kind: 'bytes-received', receivedBytes });
    };
    const errand = { mirrors, file, folder: this.#downloads, signal, freeBytes, onReceived, onMirrorFailed: this.#noteMirror };
    const path = await this.#onNetwork((sender) => downloadRelease({ ...errand, sender }));
    this.#ledger.stage(path, stagedAs(manifest, file));
  }

  #believe({ sequence, digest, mirrors }: Manifest): void {
    this.#ledger.remember({ believed: { sequence, digest }, announcedMirrors: [...mirrors] });
  }

  /** After an installation, or with a verified file of the last run. */
  async #takeUp(): Promise<void> {
    const { memory, state } = this.#ledger;
    if (state.kind !== 'idle') return;
    const { installing, staged } = memory;
    if (installing !== null) {
      this.#ledger.remember({ installing: null, staged: null });
      await this.#clearAway();
      if (installing.version !== this.#parts.running.version) this.#refuseInstalled(installing.version, staged?.release ?? null);
    } else if (staged !== null && compareVersions(staged.release.version, this.#parts.running.version) > 0) {
      await this.#showStaged(staged);
    }
  }

  /** What cannot be deleted, since an installer that is just ending still holds it, makes no failure of an update that went well. */
  async #clearAway(): Promise<void> {
    try {
      await this.#parts.tidy();
      await rm(this.#downloads, { recursive: true, force: true });
    } catch (error) {
      this.#parts.note('an installer was left behind', { code: asFailure(error).code });
    }
  }

  /** The old version runs again: the installer did nothing, or the new one was taken back. */
  #refuseInstalled(version: string, release: UpdateRelease | null): void {
    const failure = new UpdateFailure('update-not-installed', `${version} was to be installed and is not running`, { version });
    this.#ledger.fail(failure, release);
  }

  async #showStaged(staged: NonNullable<UpdateMemory['staged']>): Promise<void> {
    const path = join(this.#downloads, basename(staged.name));
    const isThere = await verifyFile(path, staged).then(
      () => true,
      () => false,
    );
    if (isThere) this.#ledger.stage(path, staged);
    else this.#ledger.remember({ staged: null });
  }
}

function stagedAs(
  { version, issuedAt, notes }: Manifest,
  { name, bytes, sha512 }: ReleaseFile,
): NonNullable<UpdateMemory['staged']> {
  return { name, bytes, sha512, release: { version, issuedAt, bytes, notes } };
}
