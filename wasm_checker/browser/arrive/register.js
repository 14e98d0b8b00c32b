// Keeps the check page at hand for when there is no network: registered there only, never needed, and not before Python runs, so
// that the two do not share the line and what has just been loaded comes from the browser's own cache. Where Python cannot run, the
// megabytes that are kept for it would be for nothing.
const page = /** @type {CheckerPage} */ (document.querySelector("[data-checker]"));
const runs = () => "ready" in page.dataset;

async function register() {
  const workers = navigator.serviceWorker;
  try {
    follow(await workers.register(new URL("sw.js", document.baseURI)), workers);
  } catch (error) {
    console.warn(error);
    // Refused where storage is forbidden, or where a file is not of this version: then the page needs the network, as any page does.
  }
}

/**
 * A new worker may be of a newer version than this page, or of this one, which the network has brought: the page compares (age.js).
 * @param {ServiceWorkerRegistration} registration @param {ServiceWorkerContainer} workers
 */
function follow(registration, workers) {
  if (registration.waiting) tell();
  registration.addEventListener("updatefound", () => {
    const installing = /** @type {ServiceWorker} */ (registration.installing);
    installing.addEventListener("statechange", () => {
      if (installing.state === "installed" && workers.controller) tell();
    });
  });
}

const tell = () => page.dispatchEvent(new Event("renewed"));

if (page && "serviceWorker" in navigator && isSecureContext) {
  if (runs()) register();
  else {
    const watch = new MutationObserver(() => {
      if (!runs()) return;
      watch.disconnect();
      register();
    });
    watch.observe(page, { attributes: true });
  }
}
