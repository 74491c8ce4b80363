/** What a page taken over would try. Each runs in a page, or in main, and may use nothing from outside itself. */

/** Turns what the preload script might use into traps, and tries to put another bridge in its place. */
export async function turnPrototypes(): Promise<{ seen: number; code: string | undefined; same: boolean }> {
  const bridge = window.jianwen;
  const { includes } = Array.prototype;
  let seen = 0;
  Array.prototype.includes = function (this: unknown[], ...args: [unknown]) {
    seen += 1;
    includes.apply(this, args);
    return true;
  };
  const asked = bridge.request('no.such' as never, {} as never);
  Array.prototype.includes = includes;
  const answer = (await asked) as { trouble?: { code: string } };
  try {
    (window as unknown as Record<string, unknown>).jianwen = null;
  } catch {
    // Strict code is told; what counts is that the bridge stays.
  }
  return { seen, code: answer.trouble?.code, same: window.jianwen === bridge };
}

/** Asks for everything that needs a permission. */
export async function askPermissions(): Promise<Readonly<Record<string, unknown>>> {
  const code = (ask: () => Promise<unknown>) =>
    ask().then(
      () => 'given',
      (error: Error) => error.name,
    );
  const state = (name: string) =>
    navigator.permissions.query({ name: name as PermissionName }).then(
      (status) => status.state,
      () => 'unknown',
    );
  const names = ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read', 'midi', 'push'];
  const place = new Promise<number>((answer) => {
    navigator.geolocation.getCurrentPosition(
      () => answer(0),
      (error) => answer(error.code),
    );
  });
  return {
    granted: (await Promise.all(names.map(state))).filter((answer) => answer === 'granted'),
    place: await place,
    clipboard: await code(() => navigator.clipboard.readText()),
    media: await code(() => navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
    screen: await code(() => navigator.mediaDevices.getDisplayMedia()),
    notification: await Notification.requestPermission(),
  };
}

/** Loads and runs what the content policy forbids, and names the directives that refused it. */
export async function breakPolicy(address: string) {
  const seen = new Set<string>();
  document.addEventListener('securitypolicyviolation', (event) => seen.add(event.effectiveDirective));
  const host = document.createElement('div');
  document.body.append(host);
  const script = document.createElement('script');
  script.textContent = 'window.broken = true';
  host.append(script);
  const pieces = [
    '<img src="none.png" onerror="window.broken = true">',
    `<img src="${address}/csp"><style>body{}</style><b style="top:0">`,
    `<iframe src="${address}/csp"></iframe><object data="x.swf"></object>`,
  ];
  for (const piece of pieces) host.insertAdjacentHTML('beforeend', piece);
  await fetch(`${address}/csp`).catch(() => undefined);
  // In a task of its own: what a test driver runs itself may evaluate.
  const evaluated = await new Promise<boolean>((tried) => {
    setTimeout(() => {
      try {
        tried(new Function('return true')() as boolean);
      } catch {
        tried(false);
      }
    }, 50);
  });
  await new Promise((later) => setTimeout(later, 200));
  host.remove();
  return { seen: [...seen].sort(), broken: 'broken' in window, evaluated };
}

/** Puts a webview into the page; `function` where that is more than an unknown element. */
export async function openView(address: string): Promise<string> {
  const view = document.createElement('webview');
  view.setAttribute('allowpopups', '');
  view.setAttribute('src', address);
  document.body.append(view);
  await new Promise((later) => setTimeout(later, 1500));
  const kind = typeof (view as unknown as { loadURL?: unknown }).loadURL;
  view.remove();
  return kind;
}

/** Tries to lead the window elsewhere: by a link, a form and a script. */
export async function goElsewhere(target: string): Promise<void> {
  const link = document.createElement('a');
  link.href = target;
  document.body.append(link);
  link.click();
  link.remove();
  const form = document.createElement('form');
  form.action = target;
  document.body.append(form);
  form.submit();
  form.remove();
  location.assign(target);
  await new Promise((later) => setTimeout(later, 100));
}

/** Tries to open windows; true where none came. */
export async function openWindows(address: string): Promise<boolean> {
  const opened = [window.open(`${address}/new`), window.open('about:blank'), window.open()];
  const link = document.createElement('a');
  Object.assign(link, { href: `${address}/new`, target: '_blank' });
  document.body.append(link);
  link.click();
  link.remove();
  await new Promise((later) => setTimeout(later, 200));
  return opened.every((one) => one === null);
}

/** In main: asks the own scheme for paths that lead out of its folder, for other hosts, and to take something. */
export async function leadOutside({ session, app }: typeof import('electron'), paths: readonly string[]) {
  const { readFileSync: read } = process.getBuiltinModule('node:fs');
  const main = read(`${app.getAppPath()}/main.mjs`, 'utf8');
  const ask = (address: string, method = 'GET') =>
    session.defaultSession.fetch(address, { method }).then(
      async (answer) => [answer.status, (await answer.text()).slice(0, 15).toLowerCase()] as const,
      () => [0, ''] as const,
    );
  const got = await Promise.all(paths.map((path) => ask(`jianwen://app/${path}`)));
  const others = ['jianwen://app.example/index.html', 'jianwen://user@app/index.html', 'file:///etc/hosts'];
  const elsewhere = await Promise.all(others.map((address) => ask(address)));
  const [post] = await ask('jianwen://app/index.html', 'POST');
  return {
    main: main.length,
    got,
    elsewhere: elsewhere.flatMap(([status], at) => (status === 200 ? [others[at]] : [])),
    post,
  };
}

/** Says what the bridge is made of, asks it for names that it must not know, and listens to events of all kinds. */
export async function tryBridge(names: readonly unknown[]) {
  const bridge = window.jianwen as unknown as Record<string, unknown>;
  const kinds = Object.fromEntries(Object.keys(bridge).map((key) => [key, typeof bridge[key]]));
  const request = bridge.request as (...args: unknown[]) => Promise<{ trouble?: { code: string } }>;
  const codes = await Promise.all(names.map(async (name) => (await request(name, {})).trouble?.code));
  const heard: unknown[][] = [];
  const on = bridge.on as (name: unknown, listener: (...args: unknown[]) => void) => () => void;
  const ends = ['menu.command', 'no.such', '__proto__', 'ELECTRON_BROWSER'].map((name) =>
    on(name, (...args) => heard.push(args)),
  );
  const endHearing = () => {
    for (const end of ends) end();
  };
  Object.assign(window, { heard, endHearing });
  return { kinds, frozen: Object.isFrozen(bridge), codes: [...new Set(codes)] };
}
