import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { SendEvent } from '#main/ipc/send-event.ts';
import { memoryName } from '#main/update/memory-name.ts';
import type { Updater } from '#main/update/updater.ts';
import type { Log } from './log.ts';
import type { NativeUpdates } from './native-updates.ts';
import type { NetworkAccess } from './network-handlers.ts';

type UpdateCall = Extract<keyof Handlers, `updates.${string}`>;

export interface UpdateAccess {
  readonly handlers: Pick<Handlers, UpdateCall>;
  /** Looks after updates from now on: at once what an installation left, later and once an hour whether a check is due. */
  attend(): void;
}

interface UpdateParts {
  readonly native: NativeUpdates;
  /** Folder of the window's own files; what is remembered and fetched lies in one of its own below. */
  readonly userData: string;
  readonly network: NetworkAccess;
  readonly send: SendEvent;
  readonly log: Log;
}

const hourMs = 60 * 60 * 1_000;
/** The start of the application belongs to the reader. */
const firstMs = 20_000;
const stallTimeoutMs = 30_000;

/** Nothing of it is loaded before it is asked for, or the start is long over. */
export function openUpdates(parts: UpdateParts): UpdateAccess {
  let opened: Promise<Updater> | null = null;
  const updater = (): Promise<Updater> => (opened ??= createParts(parts));
  // Without that file nothing was ever chosen, begun or left over.
  const attend = (): void =>
    void (existsSync(join(folderIn(parts.userData), memoryName)) && updater().then((one) => one.attend()));
  return {
    attend: () => {
      setTimeout(attend, firstMs).unref();
      setInterval(attend, hourMs).unref();
    },
    handlers: {
      'updates.read': async () => (await updater()).status(),
      'updates.choose': async (wish) => (await updater()).choose(wish),
      'updates.check': async () => (await updater()).check(),
      'updates.download': async () => (await updater()).download(),
      'updates.cancel': async () => (await updater()).cancel(),
      'updates.install': async () => (await updater()).install(),
      'updates.takeFile': async () => {
        const path = await parts.native.chooseFile();
        const one = await updater();
        return path === null ? one.status() : one.takeFile(path);
      },
    },
  };
}

const folderIn = (userData: string): string => join(userData, 'updates');

async function createParts({ native, userData, network, send, log }: UpdateParts): Promise<Updater> {
  const [{ createNetwork }, { openSender }, { Updater }, installing, keys, places, disk] = await Promise.all([
    import('#main/source/network/create-network.ts'),
    import('#main/source/open-sender.ts'),
    import('#main/update/updater.ts'),
    import('#main/update/install-release.ts'),
    import('#main/update/trusted-keys.ts'),
    import('#main/update/built-in-mirrors.ts'),
    import('#main/update/update-disk.ts'),
  ]);
  const { running, host, appImage } = native;
  const folder = folderIn(userData);
  return new Updater({
    running,
    folder,
    trustedKeys: keys.trustedKeys,
    builtInMirrors: places.builtInMirrors,
    freeBytes: disk.freeBytes,
    nowMs: Date.now,
    isMetered: () => native.isMetered(),
    openSender: async () => {
      const through = createNetwork(await network.readSetting(), network.resolveSystemProxy);
      return openSender({ stallTimeoutMs, network: through }, { bytesDown: 0, bytesUp: 0 });
    },
    install: (file) => installing.installRelease({ ...file, host, appImage, folder, packageKind: running.packageKind }),
    tidy: () => installing.removeInstaller(folder),
    onChanged: (status) => send('updates.changed', status),
    note: (message, facts) => log.write(message, facts),
  });
}
