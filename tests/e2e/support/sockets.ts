import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process and all that it has started, itself first. */
export function familyOf(pid: number): readonly number[] {
  const children = readOr(`/proc/${pid}/task/${pid}/children`)
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map(Number);
  const threads = listOr(`/proc/${pid}/task`).filter((id) => id !== String(pid));
  const others = threads.flatMap((id) =>
    readOr(`/proc/${pid}/task/${id}/children`).trim().split(/\s+/).filter(Boolean).map(Number),
  );
  return [pid, ...[...children, ...others].flatMap(familyOf)];
}

/** Sockets of processes that lead beyond this machine, or that others could reach: `tcp 0100007F:1F90 …`. */
export function outsideSockets(pids: readonly number[]): readonly string[] {
  return pids.flatMap((pid) => {
    const own = new Set(listOr(`/proc/${pid}/fd`).flatMap((fd) => inodeOf(`/proc/${pid}/fd/${fd}`)));
    return ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].flatMap((kind) =>
      readOr(`/proc/${pid}/net/${kind}`)
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(/\s+/))
        .filter((fields) => own.has(fields[9] ?? ''))
        .filter(
          ([, local = '', remote = '']) => !isLoopback(local) || !(isLoopback(remote) || isNone(remote)),
        )
        .map(([, local, remote]) => `${kind} ${local} ${remote}`),
    );
  });
}

function isLoopback(address: string): boolean {
  return /^(......7F|0{24}01000000|0{16}FFFF0000......7F):/.test(address);
}

function isNone(address: string): boolean {
  return /^0+:0000$/.test(address);
}

function inodeOf(link: string): readonly string[] {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.slice(1) ?? [];
  } catch {
    return [];
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function listOr(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
