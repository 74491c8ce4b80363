import { type Sentence, type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { FetchLimits } from './fetch-document.ts';
import { PRIVATE_ADDRESS } from './public-address.ts';
import { BodyTooLarge } from './read-body.ts';

const REASONS: Readonly<Record<string, Sentence>> = {
  ENOTFOUND: { zh: '找不到这台服务器', en: 'its server cannot be found' },
  EAI_AGAIN: {
    zh: '找不到这台服务器（可能没有联网）',
    en: 'its server cannot be found (perhaps there is no network)',
  },
  ECONNREFUSED: { zh: '服务器拒绝连接', en: 'its server refuses the connection' },
  ECONNRESET: { zh: '连接中断', en: 'the connection broke off' },
  ENETUNREACH: { zh: '没有联网', en: 'there is no network' },
  EHOSTUNREACH: { zh: '服务器连不上', en: 'its server cannot be reached' },
  Z_DATA_ERROR: { zh: '压缩数据已损坏', en: 'its compressed data are damaged' },
  Z_BUF_ERROR: { zh: '压缩数据不完整', en: 'its compressed data are cut off' },
  CERT_HAS_EXPIRED: { zh: '服务器的证书已过期', en: 'the certificate of its server has expired' },
};

/** Only http and https, and no user name in the address. */
export function badAddress(address: string): Trouble {
  return trouble(
    'address-refused',
    '只能订阅 http:// 或 https:// 的地址，地址里不能带用户名和密码。',
    'Only http:// and https:// addresses can be subscribed to, without a user name or password in them.',
    { file: address },
  );
}

/** The address, or one that it leads to, is of a private network. */
export function addressPrivate(address: string): Trouble {
  return trouble(
    'address-refused',
    '这个地址指向本机或内部网络，没有访问。确实要订阅内网的源，请明确允许。',
    'This address leads to this machine or to a private network and was not asked. Allow it expressly if that is meant.',
    { file: address },
  );
}

/** A circle of redirects, or a very long way. */
export function tooManyRedirects(address: string, most: number): Trouble {
  return trouble(
    'feed-unreachable',
    `这个地址转了 ${most} 次还没有到，可能在绕圈。`,
    `This address redirects more than ${most} times, perhaps in a circle.`,
    { file: address },
  );
}

/** The server answers, but not with the document. */
export function statusTrouble(address: string, status: number): Trouble {
  const [zh, en] = STATUS[status] ?? ['没有给出内容', 'did not give the document'];
  return trouble(
    'feed-unreachable',
    `服务器${zh}（HTTP ${status}）。`,
    `The server ${en} (HTTP ${status}).`,
    {
      file: address,
    },
  );
}

const STATUS: Readonly<Record<number, readonly [string, string]>> = {
  401: ['要求登录', 'asks for a login'],
  403: ['不允许访问', 'does not allow this'],
  404: ['上没有这个地址', 'knows no such address'],
  410: ['说这个源已永久停用', 'says that this feed is gone for good'],
  429: ['嫌请求太频繁', 'finds the requests too frequent'],
  500: ['出错了', 'has failed'],
  503: ['暂时不能服务', 'is out of service for now'],
};

/** What it means for the editor that a request ended with an error. */
export function fetchTrouble(error: unknown, address: string, limits: FetchLimits, isLate: boolean): Trouble {
  const place = { file: address };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof BodyTooLarge) {
    const size = `${Math.floor(limits.bytes / 1024 / 1024)} MB`;
    return trouble(
      'file-too-large',
      `内容超过 ${size}，没有读。`,
      `The document is over ${size} and was not read.`,
      place,
    );
  }
  if (code === PRIVATE_ADDRESS) return addressPrivate(address);
  if (isLate) {
    const seconds = limits.time / 1000;
    return trouble(
      'feed-unreachable',
      `${seconds} 秒内没有收完，不再等。`,
      `It did not arrive within ${seconds} seconds.`,
      place,
    );
  }
  const reason = REASONS[code] ?? {
    zh: `连接失败（${code || '未知错误'}）`,
    en: `the connection failed (${code || 'an error'})`,
  };
  return trouble(
    'feed-unreachable',
    `${reason.zh}。下次会再试。`,
    `Not fetched: ${reason.en}. It will be tried again.`,
    place,
  );
}
