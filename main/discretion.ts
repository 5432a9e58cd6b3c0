import type { Settings } from '#preload/contract/settings-types.ts';
import type { Messages } from '#preload/messages/catalogue.ts';

interface DiscreetWindow {
  setTitle(title: string): void;
  isVisible(): boolean;
  isMinimized(): boolean;
  show(): void;
  hide(): void;
}

interface Surroundings {
  readonly appName: string;
  windows(): readonly DiscreetWindow[];
  /** The reader's key hid the windows: nothing may be heard of them either. */
  hidden(): void;
  /** Keys that work whatever has the focus. */
  readonly keys: {
    register(key: string, act: () => void): boolean;
    unregister(key: string): void;
  };
}

export interface Discretion {
  /** Of every window. */
  title(): string;
  apply(settings: Settings, messages: Messages): void;
}

/** The title that is seen over the shoulder, and the key that makes the window go. */
export function createDiscretion({ appName, windows, hidden: tellHidden, keys }: Surroundings): Discretion {
  let title = appName;
  let registered: string | null = null;
  let hidden: readonly DiscreetWindow[] = [];

  /** A window that was never shown, as that of a printing page, must not come up with the others. */
  function toggle(): void {
    const isAnyVisible = windows().some((window) => window.isVisible() && !window.isMinimized());
    const isShown = (window: DiscreetWindow): boolean => window.isVisible() || window.isMinimized();
    const concerned = windows().filter((window) => isShown(window) || (!isAnyVisible && hidden.includes(window)));
    hidden = isAnyVisible ? concerned : [];
    for (const window of concerned) {
      if (isAnyVisible) window.hide();
      else window.show();
    }
    if (isAnyVisible) tellHidden();
  }

  return {
    title: () => title,
    apply: ({ isTitleNeutral, quickHideKey }, messages) => {
      title = isTitleNeutral ? messages.privacy.neutralTitle : appName;
      for (const window of windows()) window.setTitle(title);
      if (quickHideKey === registered) return;
      if (registered !== null) keys.unregister(registered);
      // Another program may have the key: then it stays with that one.
      registered = quickHideKey !== null && keys.register(quickHideKey, toggle) ? quickHideKey : null;
    },
  };
}
