import type { PackageKind } from '#preload/contract/update-types.ts';

export interface PackageFacts {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Of the running program. */
  readonly programFolder: string;
  exists(path: string): boolean;
  /** Null where the file is not there. */
  read(path: string): string | null;
}

/** How this Offprint was put here, told from what each kind of package leaves behind. In doubt it is a folder, which is never replaced. */
export function packageKindOf(facts: PackageFacts): PackageKind {
  const { isPackaged, platform, env, programFolder } = facts;
  if (!isPackaged) return 'development';
  if (platform === 'darwin') return 'mac';
  if (platform === 'win32') return facts.exists(`${programFolder}\\Uninstall Offprint.exe`) ? 'nsis' : 'folder';
  if (env['APPIMAGE']?.startsWith('/') === true && env['APPDIR'] !== undefined && programFolder.startsWith(env['APPDIR']))
    return 'appimage';
  return systemPackageKind(facts) ?? 'folder';
}

/** Where a package of the system is put, and what it leaves beside: nothing in the folder itself says which package it came from. */
const systemFolder = '/opt/Offprint';
const listOfDeb = '/var/lib/dpkg/info/offprint.list';
const leftByRpm = ['/usr/bin/offprint', '/usr/bin/rpm'];

function systemPackageKind({ programFolder, exists, read }: PackageFacts): PackageKind | null {
  if (programFolder !== systemFolder) return null;
  if (read(listOfDeb)?.includes(`${systemFolder}/`) === true) return 'deb';
  return leftByRpm.every((path) => exists(path)) ? 'rpm' : null;
}

const installable: ReadonlySet<PackageKind> = new Set<PackageKind>(['nsis', 'appimage', 'mac']);

/** Whether the application can put a new version into its own place without an administrator. */
export function canInstall(kind: PackageKind): boolean {
  return installable.has(kind);
}
