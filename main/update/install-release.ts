import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppUpdater } from 'electron-updater';
import type { PackageKind } from '#preload/contract/update-types.ts';
import { updateDiskFailure } from './update-disk.ts';
import { UpdateFailure } from './update-failure.ts';
import { verifyFile } from './verify-file.ts';

/** What the installer needs of the application: Electron's `app`. */
export interface InstallerHost {
  readonly name: string;
  readonly version: string;
  quit(): void;
  onQuit(handler: (exitCode: number) => void): void;
}

export interface InstallErrand {
  readonly host: InstallerHost;
  readonly packageKind: PackageKind;
  /** The verified file; it is moved away from there. */
  readonly path: string;
  readonly version: string;
  readonly bytes: number;
  /** Base64. */
  readonly sha512: string;
  /** Of updates; everything of the installer happens in here. */
  readonly folder: string;
  /** The file that an AppImage is; undefined for the other kinds, whose installers replace a whole folder. */
  readonly appImage: string | undefined;
}

const cacheName = 'installer';

/** The copy of an AppImage that is being replaced, there until the new one has started once. */
export const previousName = 'previous.AppImage';

/**
 * Note: how a verified file reaches electron-updater. Its own download is never used: it would go through Chromium's network,
 * which is closed, and knows no signature of ours. The file is put where electron-updater keeps what it has downloaded before,
 * with the description that it writes beside it; it compares the SHA-512 once more, finds nothing left to fetch and installs.
 * It is given no means to send a request at all.
 */
export async function installRelease(errand: InstallErrand): Promise<void> {
  const { path, folder, appImage } = errand;
  await verifyFile(path, { ...errand, name: basename(path) });
  const previous = join(folder, previousName);
  try {
    if (appImage !== undefined) await copyFile(appImage, previous);
    await putWhereFound(errand);
    const updater = await createInstaller(errand);
    await updater.checkForUpdates();
    await updater.downloadUpdate();
    await runInstaller(updater, errand);
  } catch (error) {
    // electron-updater deletes the old AppImage before it moves the new one into its place.
    if (appImage !== undefined && !existsSync(appImage) && existsSync(previous)) await copyFile(previous, appImage);
    throw updateDiskFailure(error);
  }
}

/** Of an installer that never ran, or has done its work. */
export async function removeInstaller(folder: string): Promise<void> {
  const patient = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };
  for (const name of [cacheName, previousName]) await rm(join(folder, name), patient);
}

async function putWhereFound({ path, packageKind, sha512, folder }: InstallErrand): Promise<void> {
  const name = basename(path);
  const pending = join(folder, cacheName, 'pending');
  await rm(join(folder, cacheName), { recursive: true, force: true });
  await mkdir(pending, { recursive: true });
  await rename(path, join(pending, name));
  if (packageKind === 'appimage') await chmod(join(pending, name), 0o755);
  await writeFile(join(pending, 'update-info.json'), JSON.stringify({ fileName: name, sha512, isAdminRightsRequired: false }));
  // JSON is YAML too.
  await writeFile(configIn(folder), JSON.stringify({ provider: 'custom', updaterCacheDirName: cacheName }));
}

const configIn = (folder: string): string => join(folder, cacheName, 'app-update.yml');

const refused = (version: string, message: string): UpdateFailure =>
  new UpdateFailure('update-not-installed', message, { version });

/** Loaded only now: nothing of it is needed until a new version is there. */
async function createInstaller({ host, packageKind, path, version, bytes, sha512, folder }: InstallErrand): Promise<AppUpdater> {
  const { AppImageUpdater, MacUpdater, NsisUpdater, Provider } = (await import('electron-updater')).default;
  const Updater = {
    appimage: AppImageUpdater,
    mac: MacUpdater,
    nsis: NsisUpdater,
    deb: null,
    rpm: null,
    folder: null,
    development: null,
  }[packageKind];
  if (Updater === null) throw refused(version, `a package of kind ${packageKind} is not replaced by the application`);
  const name = basename(path);
  const described = { url: name, sha512, size: bytes };
  const info = { version, files: [described], path: name, sha512, releaseDate: new Date(0).toISOString() };
  /** Knows the one release, and where it lies. */
  class StagedRelease extends Provider<typeof info> {
    getLatestVersion(): Promise<typeof info> {
      return Promise.resolve(info);
    }
    resolveFiles(): { url: URL; info: typeof described }[] {
      return [{ url: pathToFileURL(join(folder, name)), info: described }];
    }
  }
  const updater = new Updater(undefined, {
    name: host.name,
    version: host.version,
    isPackaged: true,
    appUpdateConfigPath: configIn(folder),
    userDataPath: join(folder, cacheName),
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => host.quit(),
    onQuit: (handler) => host.onQuit(handler),
  });
  updater.logger = null;
  Object.assign(updater, { autoDownload: false, autoInstallOnAppQuit: false, disableDifferentialDownload: true });
  updater.setFeedURL({ provider: 'custom', updateProvider: StagedRelease as never });
  return updater;
}

/** On a Mac the system's own updater takes over and ends the application; elsewhere the installer is started and then waits for our end. */
async function runInstaller(updater: AppUpdater, { host, packageKind, version }: InstallErrand): Promise<void> {
  const { BaseUpdater } = (await import('electron-updater')).default;
  if (packageKind === 'mac') {
    updater.quitAndInstall();
    return;
  }
  const errors: Error[] = [];
  updater.on('error', (error) => errors.push(error));
  const isStarted = updater instanceof BaseUpdater && updater.install(true, true);
  if (!isStarted) throw refused(version, errors[0]?.message ?? 'the installer could not be started');
  host.quit();
}
