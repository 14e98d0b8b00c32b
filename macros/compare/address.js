// What is chosen, in the page's address: names and lists, of which only what is not as usual is written down.
{
  const query = () => new URLSearchParams(location.search);

  globalThis.chosenAddress = {
    listed: (name) => [...new Set((query().get(name) ?? "").split(",").filter(Boolean))],

    of(written, path = location.pathname) {
      const said = query();
      for (const [name, value] of Object.entries(written)) {
        if (value) said.set(name, value);
        else said.delete(name);
      }
      const text = said.toString().replace(/%2C/g, ",");
      return path + (text && `?${text}`);
    },

    keep(written) {
      try {
        history.replaceState(history.state, "", this.of(written) + location.hash);
      } catch (error) {
        console.warn(error);
        // Some browsers let no page on a disk change its address: the choice then lasts as long as the page.
      }
    },
  };
}
