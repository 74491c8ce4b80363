/** Headlines that attack whoever reads, shows, scores or stores them, by what they attack. */
export const HOSTILE: Readonly<Record<string, string>> = {
  formula: "=cmd|' /C calc'!A0",
  'formula with plus': '+1+1+HYPERLINK("https://e.cn","点我")',
  'formula with minus': '-2+3+cmd|" /C calc"!A0',
  'formula with at': '@SUM(1+1)*cmd|" /C calc"!A0',
  'wide formula': '＝1+1 恐龙宠物上市',
  'quoted formula': "'=1+1 恐龙宠物上市",
  markup: '<b>惊现</b><img src=x onerror=alert(1)> &amp; <script>alert(1)</script>',
  'end of a script': '</script></title><svg/onload=alert(1)>恐龙',
  'end of XML': ']]></title><!ENTITY x "y">&x;恐龙',
  'separators and quotes': '甲,"乙";丙|丁\\ "" \' `戊`',
  'statement of SQL': "'); DROP TABLE headline; --恐龙",
  template: '{{7*7}} #{7*7} <%= 7*7 %> %s %n $(id) `id`',
  path: '../../../etc/passwd',
  'other direction': '“恐龙\u202e宠物\u2066孵化\u2069”全程直播',
  'hidden letters': '恐\u200b龙\u200d宠\u2060物\u00ad上市',
  homoglyphs: 'раураl 宣布 Gооglе 倒闭',
  'names of objects': '__proto__',
  constructor: 'constructor',
  'own method': 'toString hasOwnProperty',
  'combining marks': `Z${'\u0301'.repeat(300)} 恐龙`,
  emoji: '🦖🧬 👨‍👩‍👧 🇨🇳 \u{1f3f4}\u{e0067}\u{e0062}\u{e007f} 上市',
  longest: `荣县${'很长的标题'.repeat(999)}结尾`,
  'slow for backtracking': `${'a'.repeat(4900)}!`,
};

/** What only some forms can hold: escapes of terminals, and halves of characters. */
export const ESCAPES: Readonly<Record<string, string>> = {
  'colours and title': '\u001b[31m惊现\u001b[0m\u001b]0;owned\u0007恐龙',
  'C1 controls': '\u009b31m惊现\u009d0;owned\u009c恐龙',
  'erased line': '恐龙\u001b[2K\u001b[1A宠物\b\b\b',
};

export const LONE_SURROGATES: readonly string[] = ['恐龙\ud800宠物', '\udc00恐龙宠物', '恐龙宠物\udbff'];
