import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { packagedProgram } from '../../electron/packaging/places.ts';
import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { waitUntil } from './support/processes.ts';
import { familyOf, outsideSockets } from './support/sockets.ts';
import { decide, seeList } from './support/window.ts';

const ROOT = join(import.meta.dirname, '../..');

test('without a subscription no process of the app has a socket that leads outside', async ({ launch }) => {
  // biome-ignore lint/suspicious/noSkippedTests: it says what this machine lacks.
  test.skip(process.platform !== 'linux', 'sockets are read from /proc');
  const seen = new Set<string>();
  const desk = await launch({ file: SAMPLE });
  const pid = desk.app.process().pid ?? 0;
  const look = setInterval(() => {
    for (const socket of outsideSockets(familyOf(pid))) seen.add(socket);
  }, 50);
  const { page } = desk;
  await seeList(page);
  await decide(page, '1');
  await decide(page, '3');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.locator('.model')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+3');
  await expect(page.locator('.decisions-table')).toBeVisible();
  expect(familyOf(pid).length, 'the window, its page, the engine').toBeGreaterThan(3);
  clearInterval(look);
  expect([...seen]).toEqual([]);

  const server = createServer().listen(0, '0.0.0.0');
  await waitUntil('somebody else could reach this process', () => outsideSockets([process.pid]).length > 0);
  server.close();
});

/** What has left this network of one's own: TCP connections begun, datagrams and packets sent, ways not found. */
const COUNTERS =
  /^(Tcp: ActiveOpens|Udp: OutDatagrams|Ip: OutRequests|Ip: OutNoRoutes|Udp6OutDatagrams) (\d+)$/;

test('in a network of its own, in which every packet is counted, the shipped app works and sends none', async ({
  folder,
}) => {
  // biome-ignore lint/suspicious/noSkippedTests: it says what this machine lacks.
  test.skip(!canPart(), 'only root on Linux can give a program a network of its own');
  const data = join(folder, 'data');
  const route = 'ip link set lo up && ip route add default dev lo && ip -6 route add default dev lo';
  const program = `"$0" --no-sandbox --data="$1" "$2"`;
  const app = spawn(
    'unshare',
    ['-n', 'sh', '-c', `${route} && exec ${program}`, packagedProgram(ROOT, 'ship'), data, SAMPLE],
    {
      stdio: 'ignore',
      detached: true,
    },
  );
  const pid = app.pid ?? 0;
  try {
    await waitUntil('the list is stored and scored', () => headlinesIn(join(data, 'jianwen.db')) === 84);
    await waitUntil('the window has its page', () => familyOf(pid).length > 4);
    await new Promise((later) => setTimeout(later, 2000));
    expect(sentBy(pid)).toEqual({});
    const say = "require('dgram').createSocket('udp4').send('x', 53, '192.0.2.1', () => process.exit())";
    execFileSync('nsenter', ['-n', '-t', String(pid), process.execPath, '-e', say]);
    expect(sentBy(pid), 'a packet would have been counted').toMatchObject({ 'Udp: OutDatagrams': 1 });
  } finally {
    process.kill(-pid, 'SIGKILL');
  }
});

function canPart(): boolean {
  try {
    execFileSync('unshare', ['-n', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function headlinesIn(file: string): number {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return db.prepare('SELECT count(*) FROM headline').pluck().get() as number;
    } finally {
      db.close();
    }
  } catch {
    return 0;
  }
}

/** The counters of the process's network that are not nought. */
function sentBy(pid: number): Readonly<Record<string, number>> {
  const read = (name: string) =>
    execFileSync('cat', [`/proc/${pid}/net/${name}`], { encoding: 'utf8' })
      .trim()
      .split('\n');
  const lines = read('snmp').map((line) => line.split(' '));
  const pairs = lines.flatMap(([kind, ...names], at) =>
    at % 2 === 0 ? names.map((name, place) => `${kind} ${name} ${lines[at + 1]?.[place + 1]}`) : [],
  );
  const six = read('snmp6').map((line) => line.replace(/\s+/, ' ').trim());
  return Object.fromEntries(
    [...pairs, ...six].flatMap((line) => {
      const [, name, value] = COUNTERS.exec(line) ?? [];
      return name !== undefined && value !== '0' ? [[name, Number(value)]] : [];
    }),
  );
}
