import { type Trouble, trouble } from '#classifier/core/trouble.ts';

/** The engine died again and again. */
export function engineGivenUp(): Trouble {
  return trouble(
    'engine-stopped',
    '评分引擎在一分钟内连续停止了三次，鉴闻不再重试。已保存的标注都在数据文件夹里。请再试一次，或关闭后重新打开；若仍如此，请把数据文件夹备份后联系维护者。',
    'The scoring engine stopped three times within a minute, so Jianwen no longer restarts it. Every saved label is in the data folder. Try again, or close and reopen the app; if this goes on, back up the data folder and ask for help.',
  );
}

/** The engine cannot even be launched. */
export function engineNotLaunched(): Trouble {
  return trouble(
    'engine-stopped',
    '评分引擎启动不了，它的程序文件可能不完整，或被安全软件拦住了。已保存的标注都在数据文件夹里。请再试一次；若仍如此，请重新安装鉴闻。',
    'The scoring engine cannot be started: its program files may be incomplete, or security software holds them back. Every saved label is in the data folder. Try again; if this goes on, install Jianwen anew.',
  );
}

/** One request was under way at two deaths: it is probably their cause. */
export function requestGivenUp(): Trouble {
  return trouble(
    'engine-stopped',
    '处理这一步时评分引擎停止了两次，这一步没有完成。其余内容不受影响，可以继续工作。',
    'The scoring engine stopped twice during this step, so the step was not done. Nothing else is affected; you can go on.',
  );
}

/** The app is being closed. */
export function closing(): Trouble {
  return trouble('cancelled', '鉴闻正在关闭。', 'Jianwen is closing.');
}
