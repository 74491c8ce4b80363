import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';
import { STRINGS } from './strings.ts';

describe('menuTemplate', () => {
  it.each(['linux', 'win32', 'darwin'])(
    'gives every item of %s a name and no letter key of its own',
    (platform) => {
      const template = menuTemplate({
        strings: STRINGS.zh,
        platform,
        command: () => undefined,
        about: () => undefined,
      });
      const items = template.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
      for (const item of items) expect(item.label ?? item.role ?? item.type).toBeTruthy();
      for (const item of items) expect(item.accelerator ?? 'CmdOrCtrl+').toMatch(/^CmdOrCtrl\+/);
      expect(template.map((menu) => menu.label).slice(platform === 'darwin' ? 1 : 0, 3)).toContain('文件');
    },
  );

  it('sends what the window does to the window', () => {
    const sent: string[] = [];
    const template = menuTemplate({
      strings: STRINGS.en,
      platform: 'linux',
      command: (command) => sent.push(command),
      about: () => undefined,
    });
    const items = template.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));
    for (const item of items) if (item.role === undefined) (item.click as (() => void) | undefined)?.();
    const pages = ['view-desk', 'view-model', 'view-today', 'view-editors'];
    expect(sent).toEqual(['open', 'paste', 'export', 'undo', 'search', ...pages]);
  });
});
