// WeChat's browser on a phone: it drops downloads, prints nothing, lends no clipboard and keeps no page alive behind another. What it does
// instead is said before anything is lost. On a desk it is a browser like others.

/** @type {(agent?: string) => boolean} */
export const inWeChat = (agent = navigator.userAgent) =>
  /MicroMessenger/i.test(agent) && !/WindowsWechat|MacWechat/i.test(agent);

/** Above the buttons that keep. `link`: what the button is called that hands the answers on; none where the page has no address. */
export const limits = (/** @type {string} */ link) =>
  `微信里不能下载、打印。要文件、要打印：${
    link
      ? `先点“${link}”，再到手机浏览器里粘贴、打开，回答会跟过去。微信右上角“…”里的“在浏览器打开”也能打开网页，但是不带回答。`
      : "点右上角“…”，选“在浏览器打开”。"
  }只要文字：点“复制文字”。`;

export const CANNOT_DOWNLOAD =
  "微信里下载不了，文件没有存下。请先复制带有回答的链接，到手机浏览器里粘贴、打开，再下载。";
