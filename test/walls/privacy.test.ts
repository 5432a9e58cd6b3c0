import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from './tree-copy.ts';

const sources = ['main', 'preload', 'renderer'].flatMap((folder) =>
  readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|css|html)$/u.test(name))
    .map((name) => [`${folder}/${name}`, readFileSync(join(projectRoot, folder, name), 'utf8')] as const),
);
const filesWith = (pattern: RegExp): readonly string[] => sources.flatMap(([name, text]) => (pattern.test(text) ? [name] : []));

/** What tells others what is read, or opens a way out, and has no place in the application. */
const unwanted: readonly (readonly [string, RegExp])[] = [
  ['notifications', /\bnew Notification\b|\bNotification\(/u],
  ['recent documents and jump lists', /addRecentDocument|setJumpList|setUserTasks|setThumbnail/u],
  ['crash reports', /crashReporter/u],
  ['experimental features of the browser', /enableBlinkFeatures|experimentalFeatures|allowRunningInsecureContent/u],
  [
    'a page without its walls',
    /nodeIntegration: true|contextIsolation: false|sandbox: false|webSecurity: false|webviewTag: true/u,
  ],
  ["Electron's own network", /\bnet\.(?:fetch|request)\b|from 'electron\/.*net/u],
  ["the window's own network", /\bfetch\(|XMLHttpRequest|new WebSocket|new EventSource|sendBeacon|RTCPeerConnection/u],
  ['markup out of text', /\binnerHTML\b|\bouterHTML\b|insertAdjacentHTML|document\.write|unsafeHTML/u],
  ['text that becomes a program', /\beval\(|new Function\(/u],
];

it('all of the application is looked at', () => {
  expect(sources.length).toBeGreaterThan(300);
});

it.each(unwanted)('the application uses no %s', (_name, pattern) => {
  const iconsOfOurOwn = 'renderer/components/icons.ts';
  expect(filesWith(pattern).filter((name) => name !== iconsOfOurOwn)).toEqual([]);
});

it('opens sockets and looks up names in one room only', () => {
  const files = filesWith(/from 'node:(?:net|tls|http|https|http2|dgram|dns|dns\/promises)'/u);
  const others = files.filter((name) => !/^main\/source\/(?:http|network)\//u.test(name));
  const typesOrNumbers = others.filter((name) => {
    const text = sources.find(([path]) => path === name)?.[1] ?? '';
    return (
      !/import type[^;]*'node:(?:net|tls|http|https)'/u.test(text) &&
      !/import \{ (?:isIP|BlockList|isIPv4|isIPv6)[^}]*\} from 'node:net'/u.test(text)
    );
  });
  expect(typesOrNumbers).toEqual([]);
});

it('no page says unsafe things in its policy', () => {
  // A document that is exported carries its style with it, as one element; nothing else of it may be inline.
  expect(filesWith(/unsafe-(?:inline|eval|hashes)/u).filter((path) => !path.startsWith('main/export/'))).toEqual([]);
  expect(filesWith(/(?<!style-src ')unsafe-inline|unsafe-eval|unsafe-hashes/u)).toEqual([]);
});
