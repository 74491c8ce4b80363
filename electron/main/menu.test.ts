import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Language } from '#contract/bridge.ts';
import { type MenuOptions, menuTemplate } from './menu.ts';
import { STRINGS } from './strings.ts';

function template(language: Language, platform: string, command: MenuOptions['command'] = () => undefined) {
  const nothing = () => undefined;
  const others = { about: nothing, report: nothing, showLogs: nothing };
  return menuTemplate({ strings: STRINGS[language], platform, command, ...others });
}

function itemsOf({ submenu }: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return Array.isArray(submenu) ? submenu : [];
}

/** A menu in one line: the name of each item, or its role in brackets; a line for a separator. */
function lineOf(menu: MenuItemConstructorOptions): string {
  const names = itemsOf(menu).map(({ label, role, type }) => label ?? (role ? `[${role}]` : type));
  return [`${menu.label}:`, ...names.map((name) => (name === 'separator' ? '|' : name))].join(' ');
}

const LINES = {
  zh: [
    '文件: 打开清单… 粘贴为清单 | 订阅… | 导出标注… | 退出鉴闻',
    '编辑: 撤销 重做 | 剪切 复制 粘贴 全选 | 搜索标题 命令… | 设置…',
    '显示: 审稿 模型 今日 复核 | 放大文字 缩小文字 | 全屏',
    '帮助: 使用手册 按键一览 入门导览 | 打开日志文件夹 问题报告… | 关于鉴闻',
  ],
  en: [
    'File: Open List… Paste as List | Subscriptions… | Export Labels… | Quit Jianwen',
    'Edit: Undo Redo | Cut Copy Paste Select All | Search Headlines Commands… | Settings…',
    'View: Desk Model Today Review | Larger Text Smaller Text | Full Screen',
    'Help: Manual Keys Guided Tour | Show Logs Problem Report… | About Jianwen',
  ],
} as const;

const MAC_LINES = {
  zh: [
    '鉴闻: 关于鉴闻 | 设置… | [hide] [hideOthers] [unhide] | 退出鉴闻',
    '文件: 打开清单… 粘贴为清单 | 订阅… | 导出标注… | 关闭窗口',
    '编辑: 撤销 重做 | 剪切 复制 粘贴 全选 | 搜索标题 命令…',
    ...LINES.zh.slice(2, 3),
    '窗口:',
    '帮助: 使用手册 按键一览 入门导览 | 打开日志文件夹 问题报告…',
  ],
  en: [
    'Jianwen: About Jianwen | Settings… | [hide] [hideOthers] [unhide] | Quit Jianwen',
    'File: Open List… Paste as List | Subscriptions… | Export Labels… | Close Window',
    'Edit: Undo Redo | Cut Copy Paste Select All | Search Headlines Commands…',
    ...LINES.en.slice(2, 3),
    'Window:',
    'Help: Manual Keys Guided Tour | Show Logs Problem Report…',
  ],
} as const;

describe.each(['zh', 'en'] as const)('menuTemplate in %s', (language) => {
  it.each([
    ['linux', LINES[language]],
    ['win32', LINES[language]],
    ['darwin', MAC_LINES[language]],
  ])('names every item of %s', (platform, lines) => {
    expect(template(language, platform).map(lineOf)).toEqual(lines);
  });
});

describe('menuTemplate', () => {
  it.each(['linux', 'win32', 'darwin'])('gives no item of %s a letter key of its own', (platform) => {
    const keys = template('zh', platform)
      .flatMap(itemsOf)
      .flatMap(({ accelerator }) => accelerator ?? []);
    expect(keys).toHaveLength(16);
    for (const key of keys) expect(key).toMatch(/^CmdOrCtrl\+|^F1$/);
  });

  it('sends what the window does to the window', () => {
    const sent: string[] = [];
    const items = template('en', 'linux', (command) => sent.push(command)).flatMap(itemsOf);
    for (const item of items) if (item.role === undefined) (item.click as (() => void) | undefined)?.();
    const pages = ['view-desk', 'view-model', 'view-today', 'view-editors'];
    const first = [
      'open',
      'paste',
      'subscriptions',
      'export',
      'undo',
      'redo',
      'search',
      'commands',
      'settings',
    ];
    expect(sent).toEqual([...first, ...pages, 'larger', 'smaller', 'manual', 'help', 'tour']);
  });
});
