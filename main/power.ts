import { powerMonitor } from 'electron';
import type { SendEvent } from '#main/ipc/send-event.ts';
import type { LibraryClient } from '#main/library/library-client.ts';
import { handbookOrigin } from '#main/library/handbook-origin.ts';
import type { SyncSchedule } from '#preload/contract/settings-types.ts';
import { isConnectionMetered } from './metered.ts';
import { type ScheduledSync, startScheduledSync } from './scheduled-sync.ts';
import type { SyncArchives } from './sync-handlers.ts';
import { askPatiently } from './system-script.ts';

interface PowerParts {
  readonly library: LibraryClient;
  readonly sync: SyncArchives;
  readonly send: SendEvent;
  schedule(): Promise<SyncSchedule>;
}

/** The schedule of syncs on this machine: it rests while the machine sleeps, and minds the battery and what the connection costs. */
export function followPower({ library, sync, send, schedule }: PowerParts): ScheduledSync {
  const scheduled = startScheduledSync({
    schedule,
    sync,
    archives: async () => {
      const { archives } = await library.request('library.overview', {});
      return archives.filter(({ origin }) => origin !== handbookOrigin);
    },
    isOnBattery: () => powerMonitor.isOnBatteryPower(),
    isMetered: () => isConnectionMetered(process.platform, askPatiently),
    nowMs: Date.now,
  });
  powerMonitor.on('suspend', () => {
    scheduled.suspend();
    send('power.changed', { isAsleep: true });
  });
  powerMonitor.on('resume', () => {
    scheduled.resume();
    send('power.changed', { isAsleep: false });
  });
  powerMonitor.on('on-ac', () => scheduled.look());
  return scheduled;
}
