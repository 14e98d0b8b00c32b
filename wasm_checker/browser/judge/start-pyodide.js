// How Pyodide is started, the same in the worker and in the build that decides what of it is needed.

/**
 * Options for loadPyodide: no package index, nothing of the browser to be seen from Python, and the same hashes in every run.
 * @param {Record<string, string>} info what Pyodide's own pyodide-lock.json says of its Python and its ABI
 */
export function startOptions(info) {
  return {
    lockFileContents: { info, packages: {} },
    packageBaseUrl: "./",
    // Else these are taken from the browser, and from where the build runs.
    _sysExecutable: "/home/pyodide/python",
    env: { PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1", LANG: "C.UTF-8", TZ: "UTC" },
    jsglobals: { eval: () => null },
    enableRunUntilComplete: false,
    stdin: () => null,
  };
}

/**
 * Options for a module whose memory already holds Python, started in the build with `startOptions`: what Pyodide calls a snapshot,
 * except that nothing is left to copy. `create`: the module's glue
 * @param {Record<string, string>} info @param {(settings: any) => Promise<any>} create
 */
export function awakeOptions(info, create) {
  const createPyodideModule = async (/** @type {any} */ settings) => {
    const module = await create(settings);
    const { API } = settings;
    // What of JavaScript Python holds on to, in the order in which the build's Python came to hold it.
    API.getExpectedKeys = () => expectedKeys(API);
    API.restoreSnapshot = () => ({ hiwireKeys: [], immortalKeys: [] });
    return module;
  };
  return { ...startOptions(info), createPyodideModule, _loadSnapshot: new Uint8Array() };
}

/** @type {(API: any) => unknown[]} */
export const expectedKeys = (API) => [null, API.config.jsglobals, API.public_api, null];
