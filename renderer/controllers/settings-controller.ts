import { ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import { changedSettings, defaultSettings } from '#preload/contract/default-settings.ts';
import type { Settings, SettingsChange } from '#preload/contract/settings-types.ts';
import { pickLanguage } from '#preload/messages/catalogue.ts';
import type { BridgeClient } from '#renderer/app/bridge-client.ts';
import { settingsContext } from '#renderer/state/settings-context.ts';
import { localeContext } from '#renderer/i18n/locale-context.ts';
import { createLocale } from '#renderer/i18n/locale.ts';
import type { Locale } from '#renderer/i18n/locale.ts';

/** Reads and changes settings, and gives every element the words of the chosen language. */
export class SettingsController implements ReactiveController {
  settings: Settings = defaultSettings;
  private announceReady: () => void = () => undefined;
  /** Kept when the settings are here, or could not be read. */
  readonly ready = new Promise<void>((resolve) => (this.announceReady = resolve));
  private readonly host: ReactiveElement;
  private readonly client: BridgeClient;
  private readonly provider: ContextProvider<typeof localeContext>;
  private readonly shown: ContextProvider<typeof settingsContext>;
  private stopListening: (() => void) | null = null;

  constructor(host: ReactiveElement, client: BridgeClient) {
    this.host = host;
    this.client = client;
    this.provider = new ContextProvider(host, {
      context: localeContext,
      initialValue: createLocale(pickLanguage(navigator.languages)),
    });
    this.shown = new ContextProvider(host, { context: settingsContext, initialValue: defaultSettings });
    document.documentElement.lang = this.locale.language;
    host.addController(this);
  }

  /** For the host itself: a provider does not answer the element it belongs to. */
  get locale(): Locale {
    return this.provider.value;
  }

  hostConnected(): void {
    this.stopListening = this.client.on('settings.changed', (settings) => this.apply(settings));
    void this.client
      .call('settings.read', {})
      .then(
        (settings) => this.apply(settings),
        () => this.apply(defaultSettings),
      )
      .then(() => this.announceReady());
  }

  hostDisconnected(): void {
    this.stopListening?.();
  }

  /** Applied at once; put back if the main side refuses. */
  async change(change: SettingsChange): Promise<void> {
    const before = this.settings;
    this.apply(changedSettings(before, change));
    try {
      this.apply(await this.client.call('settings.change', change));
    } catch {
      this.apply(before);
    }
  }

  private apply(settings: Settings): void {
    this.settings = settings;
    const language = settings.language ?? pickLanguage(navigator.languages);
    if (language !== this.locale.language) this.provider.setValue(createLocale(language));
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = settings.theme;
    this.shown.setValue(settings);
    this.host.requestUpdate();
  }
}
