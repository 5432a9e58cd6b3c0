import type { App, Session, WebContents } from 'electron';
import { articleOrigin, followedLink } from '#main/read/article-address.ts';
import { windowOrigin } from './window.ts';

/**
 * Chromium's own network is closed before it opens: no name is ever looked up, whatever a page asks for. Syncing is done by
 * the importer on Node's sockets. To be called before the app is ready.
 */
export function closeChromiumNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  // Else a page that could run scripts would make it join the group of multicast DNS, which all of the local network sees.
  app.commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns');
}

/**
 * Elsewhere Chromium speaks with the system's voices by itself; on Linux it does only where it is told to. It talks to the speech
 * service of this machine, and not before somebody asks for something to be read. To be called before the app is ready.
 */
export function allowSystemVoices(app: App, platform: NodeJS.Platform): void {
  if (platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher');
}

/** Writing text to the clipboard, for "copy link"; nothing is ever read from it. */
const grantedPermissions: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Every other permission refused, every request but the application's own schemes cancelled, nothing downloaded. */
export function confineSession(session: Session): void {
  session.setSpellCheckerEnabled(false);
  // Switched off alone, it still asks for the place of its dictionaries.
  session.setSpellCheckerLanguages([]);
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(grantedPermissions.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => grantedPermissions.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, decide) => {
    const { protocol } = new URL(details.url);
    decide({ cancel: !['offprint-app:', 'offprint-article:', 'devtools:'].includes(protocol) });
  });
}

/** A frame may show an article and nothing else; a link in it becomes an event for the window. */
export function confineContents(contents: WebContents, onLinkFollowed: (url: string) => void): void {
  // No address of this machine is collected, and none told.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    const isArticle = !event.isMainFrame && event.url.startsWith(`${articleOrigin}/`);
    const isWindow = event.isMainFrame && event.url.startsWith(`${windowOrigin}/`);
    if (isArticle || isWindow) return;
    event.preventDefault();
    const url = followedLink(event.url);
    if (url !== undefined) onLinkFollowed(url);
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}
