import { describe, expect, it } from 'vitest';
import { REQUESTS } from '#contract/channels.ts';
import { isPageRequest, PATH_REQUEST_NAMES } from '#contract/names.ts';
import { CONTENT_POLICY, SECURITY_HEADERS } from '../../electron/main/security/content-policy.ts';
import { LOCKED_PREFERENCES } from '../../electron/main/security/web-preferences.ts';
import { isTest, sourceFiles } from '../architecture/source-files.ts';

const product = sourceFiles(['electron', 'renderer']).filter(({ path }) => !isTest(path));
const filesWith = (pattern: RegExp) =>
  product.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

/**
 * What only the source can show of Electron's own security checklist (electronjs.org, "Security"). Each point is tried
 * against the packaged app in tests/e2e/security-checklist.spec.ts.
 */
describe('the security checklist', () => {
  it('1: loads nothing from the network', () => {
    expect(CONTENT_POLICY).not.toMatch(/https?:|\*/);
    expect(filesWith(/\bloadURL\((?!START_PAGE\))/)).toEqual([]);
    expect(filesWith(/['"`]https?:\/\/[\w$]/)).toEqual([]);
  });

  it('2, 3, 4, 6, 8, 9, 10, 11: locks the page exactly so', () => {
    expect(LOCKED_PREFERENCES).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
    expect(filesWith(/new BrowserWindow\(/)).toEqual(['electron/main/window.ts']);
    expect(filesWith(/enableBlinkFeatures|disable-web-security|ignore-certificate/)).toEqual([]);
  });

  it('5: refuses every permission', () => {
    expect(filesWith(/setPermissionRequestHandler\(.*callback\(false\)\)/)).toEqual([
      'electron/main/security/permissions.ts',
    ]);
  });

  it('7: has a policy without inline code, evaluation or frames', () => {
    expect(SECURITY_HEADERS['Content-Security-Policy']).toBe(CONTENT_POLICY);
    expect(CONTENT_POLICY).toContain("default-src 'none'");
    expect(CONTENT_POLICY).not.toMatch(/unsafe|data:|blob:/);
    expect(filesWith(/dangerouslySetInnerHTML|innerHTML|\beval\(|new Function/)).toEqual([]);
  });

  it('12, 13, 14: refuses webviews, navigation and windows', () => {
    expect(filesWith(/will-attach-webview/)).toEqual(['electron/main/security/webviews.ts']);
    expect(filesWith(/will-navigate[\s\S]*will-redirect[\s\S]*action: 'deny'/)).toEqual([
      'electron/main/security/navigation.ts',
    ]);
  });

  it('15: opens nothing outside but a parsed web address, from one place', () => {
    expect(filesWith(/openExternal|openPath/)).toEqual(['electron/main/open-source.ts']);
    expect(filesWith(/openExternal\((?!address\))/)).toEqual([]);
    expect(filesWith(/const address = [^\n]*webAddress\(link\)/)).toEqual(['electron/main/open-source.ts']);
  });

  it('17: checks the sender in the one user of ipcMain', () => {
    expect(filesWith(/\bipcMain\b/)).toEqual(['electron/main/ipc/register.ts']);
    expect(filesWith(/\bipcRenderer\b/)).toEqual(['electron/preload/index.ts']);
    expect(filesWith(/window\.jianwen|= window;/).filter((path) => path.startsWith('renderer/'))).toEqual([
      'renderer/api.ts',
    ]);
  });

  it('18: serves the page under its own scheme, never as a file', () => {
    expect(filesWith(/loadFile\(|['"`]file:\/\//)).toEqual([]);
  });

  it('20: lets the page name no path', () => {
    const withPath = Object.entries(REQUESTS).flatMap(([name, { shape }]) => ('path' in shape ? [name] : []));
    expect(withPath.toSorted()).toEqual(PATH_REQUEST_NAMES.toSorted());
    expect(withPath.filter(isPageRequest)).toEqual([]);
  });
});
