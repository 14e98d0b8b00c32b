// Where the build has put what the page loads. The build replaces this table: every name gets the hash of its content.
/** @type {Record<string, {path: string, size?: number}>} */
const files = {};
const runtime = "lean";

const here = new URL("./", import.meta.url);

/**
 * The address of a file that the checker loads.
 * @type {(name: string) => URL}
 */
export const asset = (name) => new URL(files[name]?.path ?? name, here);

/** Which runtime the page starts with: the lean one, or the plain one if the site was built so. */
export const firstRuntime = runtime;

/**
 * Its bytes once unpacked; 0 if unknown.
 * @type {(name: string) => number}
 */
export const sizeOf = (name) => files[name]?.size ?? 0;
