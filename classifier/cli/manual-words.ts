import type { ManualWords } from './manual.ts';
import type { Language } from './strings/index.ts';

const zh: ManualWords = {
  name: '名称',
  tagline: '新闻标题初筛：给每条标题打分，并说明理由',
  synopsis: '用法',
  description: '说明',
  commands: '命令',
  exitStatus: '退出码',
  statuses: [
    [0, '完成；watch 被 Ctrl-C 停下也是 0'],
    [1, '完成，但有几行、几条或几个源读不了，逐一列在标准错误输出；db check 发现了问题'],
    [2, '用法有误，或没有做成任何事'],
    [130, 'score 中途停止（Ctrl-C）：已写的都是整行'],
  ],
  environment: '环境变量',
  variables: [
    ['JIANWEN_DATA', '工作区所在的文件夹；--data 优先'],
    ['LC_ALL, LC_MESSAGES, LANG', '以 en 开头时用英文，否则用中文'],
  ],
  files: '文件',
  places: [
    ['~/.local/share/jianwen/jianwen.db', '工作区（Linux 上的默认位置）：清单、标注、模型、订阅'],
    ['rules.yaml', '工作区自己的规则，在同一个文件夹里'],
    ['desk-key.pem', '给导出的模型签名的密钥，在同一个文件夹里'],
    ['models/', '导入的模型，在同一个文件夹里'],
    ['journal/', '标注的文本日志，label import 能读回，在同一个文件夹里'],
    ['backups/', '备份：定时的，以及升级、恢复、大批读入和永久删除时的，在同一个文件夹里'],
  ],
};

const en: ManualWords = {
  name: 'NAME',
  tagline: 'triage lists of headlines: score each and say why',
  synopsis: 'SYNOPSIS',
  description: 'DESCRIPTION',
  commands: 'COMMANDS',
  exitStatus: 'EXIT STATUS',
  statuses: [
    [0, 'done; also when watch was ended with Ctrl-C'],
    [
      1,
      'done, but some lines, items or sources could not be read and are named on standard error; db check found faults',
    ],
    [2, 'wrong usage, or nothing was done'],
    [130, 'score was stopped (Ctrl-C): whatever was written are whole lines'],
  ],
  environment: 'ENVIRONMENT',
  variables: [
    ['JIANWEN_DATA', 'folder of the workspace; --data goes before it'],
    ['LC_ALL, LC_MESSAGES, LANG', 'English where they begin with en, Chinese otherwise'],
  ],
  files: 'FILES',
  places: [
    [
      '~/.local/share/jianwen/jianwen.db',
      'the workspace (usual place on Linux): lists, labels, model, subscriptions',
    ],
    ['rules.yaml', 'the workspace’s own rules, in the same folder'],
    ['desk-key.pem', 'the key with which exported models are signed, in the same folder'],
    ['models/', 'imported models, in the same folder'],
    ['journal/', 'a log of the labels in plain text, which label import reads back, in the same folder'],
    [
      'backups/',
      'backups: timed ones, and those of upgrades, restores, long imports and deletions, in the same folder',
    ],
  ],
};

/** The words of the manual in one language. */
export function manualWords(language: Language): ManualWords {
  return language === 'zh' ? zh : en;
}
