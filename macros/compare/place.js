// Where the reader serves: kept in this browser, with his leave, for all pages of comparisons. A page from a disk keeps nothing, for
// some browsers show it to every other file.
{
  const NAME = "rongcuo-place"; // 一键清除并离开 forgets it too

  globalThis.keptPlace = {
    can: location.protocol !== "file:",
    read() {
      try {
        return this.can ? localStorage.getItem(NAME) : null;
      } catch (error) {
        console.warn(error);
        return null; // the browser keeps nothing for pages
      }
    },
    write(place) {
      try {
        if (this.can && place) localStorage.setItem(NAME, place);
        else if (this.can) localStorage.removeItem(NAME);
      } catch (error) {
        console.warn(error);
      }
    },
  };
}
