// Keeps the check page at hand for when there is no network: registered there only, never needed, and not before the checker has
// loaded, so that the two do not share the line. What has just been loaded then comes from the browser's own cache.
const page = document.querySelector("[data-checker]");
const settled = () => "ready" in page.dataset || "failed" in page.dataset;

function register() {
  // Refused where storage is forbidden: then the page needs the network, as any page does.
  navigator.serviceWorker.register(new URL("sw.js", document.baseURI)).catch(() => {});
}

if (page && "serviceWorker" in navigator && isSecureContext) {
  if (settled()) register();
  else {
    const watch = new MutationObserver(() => {
      if (!settled()) return;
      watch.disconnect();
      register();
    });
    watch.observe(page, { attributes: true });
  }
}
