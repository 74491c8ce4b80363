const OPENED = ['https://e.cn/a?b=<c>', 'HTTP://E.CN/x', 'https://user:secret@e.cn/'];

const REFUSED = [
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'jianwen://app/index.html',
  '//e.cn',
  'smb://e.cn/share',
  'mailto:a@e.cn',
  'https:',
  ' https://e.cn',
  'vscode://x',
];

/** Addresses that a list may give its headlines: three that may be opened, the last without what it says of its user. */
export const LINKS = [...OPENED, ...REFUSED];
