import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { shownName } from '#classifier/interchange/decode-text.ts';

/** The file is something else. */
export function notAModel(file: string): Trouble {
  const name = shownName(file);
  return trouble(
    'model-invalid',
    `“${name}”不是鉴闻的模型文件。模型文件由 jianwen model export 写出。`,
    `“${name}” is not a model file of Jianwen. Such files are written by jianwen model export.`,
    { file },
  );
}

/** The file was made by a Jianwen that counts or reads otherwise. */
export function modelOtherVersion(file: string, zh: string, en: string): Trouble {
  const name = shownName(file);
  return trouble(
    'model-other-version',
    `模型文件“${name}”属于另一个版本的鉴闻（${zh}），本程序不能用它打分。请用同一版本导出和使用。`,
    `The model file “${name}” belongs to another version of Jianwen (${en}) and cannot be used by this one. Export and use it with one version.`,
    { file },
  );
}

/** The file is cut, changed, or its signature does not fit. */
export function modelDamaged(file: string): Trouble {
  const name = shownName(file);
  return trouble(
    'model-damaged',
    `模型文件“${name}”已损坏或被改动过：内容与签名不符。请重新取得这个文件。`,
    `The model file “${name}” is damaged or was changed: its content does not fit its signature. Fetch it again.`,
    { file },
  );
}

/** The file is signed, but by another key than the one asked for. */
export function modelOtherKey(file: string, asked: string, found: string): Trouble {
  const name = shownName(file);
  return trouble(
    'model-other-key',
    `模型文件“${name}”的签名指纹是 ${found}，不是要求的 ${asked}。没有使用它。`,
    `The model file “${name}” is signed by the key ${found}, not by ${asked} as asked for. It was not used.`,
    { file },
  );
}
