// Keeps the check page at hand for when there is no network: registered there only, never needed, and not before Python runs, so
// that the two do not share the line and what has just been loaded comes from the browser's own cache. Where Python cannot run, the
// megabytes that are kept for it would be for nothing.
const page = document.querySelector("[data-checker]");
const runs = () => "ready" in page.dataset;

async function register() {
  const workers = navigator.serviceWorker;
  try {
    follow(await workers.register(new URL("sw.js", document.baseURI)), workers);
  } catch {
    // Refused where storage is forbidden, or where a file is not of this version: then the page needs the network, as any page does.
  }
}

/** A new version waits until no page uses the old one, and whoever keeps a page open would never learn of it. */
function follow(registration, workers) {
  if (registration.waiting) tell();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing.addEventListener("statechange", () => {
      if (installing.state === "installed" && workers.controller) tell();
    });
  });
}

/** At the page's end, where nothing is moved by it. */
function tell() {
  if (page.querySelector("[data-role=newer]")) return;
  const line = document.createElement("p");
  line.className = "checker__status";
  line.dataset.role = "newer";
  line.setAttribute("role", "status");
  page.append(line);
  line.textContent = "本站有新版本：关掉本站所有的标签页，再打开就换成新的。";
}

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
