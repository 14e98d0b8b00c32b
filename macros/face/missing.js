// 404.html: the pages whose address or name is nearest to what was asked for.
{
  const LEAST = 0.6; // of likeness, from 0 to 1
  const SHOWN = 3;
  /** @typedef {[address: string, title: string, said: string, names: string[]]} Known */

  /** @type {(text: string) => string} */
  const plain = (text) =>
    text
      .toLowerCase()
      .replace(/\.\w{1,5}$/, "")
      .replace(/[\s_·()（）〔〕-]/g, "");

  /** How many characters must be put in, left out, changed or swapped with their neighbour.
   * @type {(one: string, other: string) => number} */
  const distance = (one, other) => {
    /** @type {number[][]} */
    const rows = [[...Array(other.length + 1).keys()]];
    for (let i = 1; i <= one.length; i++) {
      rows.push([i]);
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        let least = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          least = Math.min(least, rows[i - 2][j - 2] + 1);
        }
        rows[i].push(least);
      }
    }
    return rows[one.length][other.length];
  };

  /** From 0 to 1. A part of a name is nearly the name.
   * @type {(asked: string, name: string) => number} */
  const likeness = (asked, name) => {
    const [short, long] = asked.length < name.length ? [asked, name] : [name, asked];
    if (short === long) return 1;
    if (short.length > 1 && long.includes(short)) return 0.8 + (0.1 * short.length) / long.length;
    return 1 - distance(asked, name) / long.length;
  };

  /** @type {(address: string) => string[]} */
  const steps = (address) => address.split("/").filter((step) => step && !/^index(\.\w+)?$/.test(step));

  /** The last step counts most; the same folder counts a little.
   * @type {(asked: string[], known: Known) => number} */
  const near = (asked, [address, , , names]) => {
    const own = steps(address);
    if (!own.length) return 0;
    const called = [own[own.length - 1], ...names].map(plain);
    const likest = asked.map((step, at) => {
      const weight = at === asked.length - 1 ? 1 : 0.7;
      return weight * Math.max(...called.map((name) => likeness(plain(step), name)));
    });
    const folder = own.length > 1 && asked.length > 1 && asked[0] === own[0] ? 0.05 : 0;
    return Math.max(...likest) + folder;
  };

  /** @type {(address: string) => string} */
  const decoded = (address) => {
    try {
      return decodeURIComponent(address);
    } catch (error) {
      console.error(error);
      return address; // a stray % stays as it was typed
    }
  };

  /** @type {(address: string) => boolean} */
  const inside = (address) => steps(address).length > 1;

  /** @type {(known: Known[], path: string) => Known[]} */
  const nearest = (known, path) => {
    const asked = steps(path);
    if (!asked.length) return [];
    return known
      .map((one, order) => ({ one, order, score: near(asked, one) }))
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score || a.order - b.order)
      .map(({ one }) => one)
      .filter(([address], place) => !place || inside(address)) // the other pages at the top are in the doors and tabs
      .slice(0, SHOWN);
  };

  /** @type {(known: Known) => HTMLAnchorElement} */
  const door = ([address, title, said]) => {
    const link = document.createElement("a");
    const name = document.createElement("strong");
    link.className = "door";
    // A place within the page, such as #a4, is most likely there too.
    link.href = address + (inside(address) ? location.hash : "");
    name.textContent = title;
    link.append(name);
    if (said) {
      const more = document.createElement("span");
      more.textContent = said;
      link.append(more);
    }
    return link;
  };

  const place = document.querySelector(".nearest");
  const written = document.getElementById("known-pages");
  if (place && written) {
    const root = new URL(document.baseURI).pathname;
    const path = decoded(location.pathname);
    const found = nearest(JSON.parse(written.textContent), path.startsWith(root) ? path.slice(root.length) : path);
    if (found.length) {
      const asked = document.createElement("p");
      const nav = document.createElement("nav");
      asked.textContent = `您打开的是 ${path}。您是不是要找：`;
      nav.className = "doors doors--small";
      nav.setAttribute("aria-label", "相近的网页");
      nav.append(...found.map(door));
      place.append(asked, nav);
    }
  }

  // The theme has one on pages that have contents. Addresses here are the root's, so a bare #top would leave the page.
  const skip = document.querySelector("[data-md-component='skip']");
  if (skip) {
    const link = document.createElement("a");
    link.className = "md-skip";
    link.href = `${location.href.split("#")[0]}#top`;
    link.textContent = "跳到正文";
    skip.append(link);
  }
}
