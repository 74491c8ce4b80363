/**
 * What Node's fetch reads, and where it may stand: with npm first, which has got through already.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const SOURCES = {
  HTTPS_PROXY: ['npm_config_https_proxy', 'https_proxy', 'HTTPS_PROXY', 'npm_config_proxy'],
  HTTP_PROXY: ['npm_config_proxy', 'http_proxy', 'HTTP_PROXY'],
  NO_PROXY: ['npm_config_noproxy', 'no_proxy', 'NO_PROXY'],
};

/**
 * An environment in which the fetch of Node 24 goes through the proxy that npm is told of, or that the system names.
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {NodeJS.ProcessEnv}
 */
export function withProxy(environment = process.env) {
  const found = Object.entries(SOURCES).flatMap(([name, sources]) => {
    const value = sources.map((source) => environment[source]).find(Boolean);
    return value === undefined ? [] : [name, name.toLowerCase()].map((spelling) => [spelling, value]);
  });
  return { ...environment, NODE_USE_ENV_PROXY: '1', ...Object.fromEntries(found) };
}
