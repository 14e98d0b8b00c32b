// Puts a text on the clipboard, and says so in the page.
{
  const status = document.querySelector(".copied");

  // Where the clipboard is closed to us (a file, some phone browsers): select and copy, the old way.
  const byHand = (/** @type {string} */ text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    area.setSelectionRange(0, text.length);
    try {
      return document.execCommand("copy");
    } catch (error) {
      console.warn(error);
      return false;
    } finally {
      area.remove();
    }
  };

  const write = async (/** @type {string} */ text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      console.warn(error); // forbidden, or no secure context
      return byHand(text);
    }
  };

  window.copyText = write;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  window.copied = async (text, said) => {
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    const done = await write(text);
    focused?.focus({ preventScroll: true });
    if (!status) return;
    status.textContent = done ? `已复制：${said}` : `没能复制，请手工选取：${said}`;
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = ""), 4000);
  };
}
