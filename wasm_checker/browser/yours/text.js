// The reader's text as 条款项, each piece to be corrected by hand.
import { h } from "../kit/dom.js";

/** @typedef {import("./shapes").Element} Piece */

/**
 * Draws the list into `place` and changes `pieces` itself. `changed` hears of every correction.
 * @param {HTMLElement} place @param {Piece[]} pieces @param {() => void} changed
 */
export function drawText(place, pieces, changed) {
  const rows = pieces.map((piece) => row(piece));
  place.replaceChildren(h("ol", { class: "yours__pieces" }, rows));

  /** @param {Piece} piece */
  function row(piece) {
    return h(
      "li",
      { "data-piece": piece.id, "data-kind": piece.kind },
      h("p", {}, h("b", {}, piece.label ?? piece.kind), "　", piece.text),
      h(
        "p",
        { class: "yours__tools" },
        tool("改", piece, edit),
        pieces.indexOf(piece) > 0 ? tool("接到上一处", piece, join) : null,
        tool("删去", piece, drop),
      ),
    );
  }

  /** @type {(name: string, piece: Piece, act: (piece: Piece) => void) => HTMLElement} */
  function tool(name, piece, act) {
    const button = h("button", { type: "button", "aria-label": `${name}：${nameOf(piece)}` }, name);
    button.addEventListener("click", () => act(piece));
    return button;
  }

  /** @param {Piece} piece */
  function edit(piece) {
    const label = h("input", { value: piece.label ?? "", "aria-label": "标号", size: 8 });
    const text = h("textarea", { rows: 4, "aria-label": `${nameOf(piece)}的文字` }, piece.text);
    const done = h("button", { type: "button", class: "button" }, "改好了");
    done.addEventListener("click", () => {
      piece.label = label.value.trim() || null;
      piece.text = text.value.trim();
      redraw(piece);
    });
    itemOf(piece)?.replaceChildren(label, text, done);
    text.focus();
  }

  /** @param {Piece} piece */
  function join(piece) {
    const at = pieces.indexOf(piece);
    const before = pieces[at - 1];
    before.text += (piece.label ?? "") + piece.text;
    pieces.splice(at, 1);
    redraw(before);
  }

  /** @param {Piece} piece */
  function drop(piece) {
    const at = pieces.indexOf(piece);
    pieces.splice(at, 1);
    redraw(pieces[Math.max(0, at - 1)]);
  }

  /** @param {Piece | undefined} piece the one that the keyboard is left at */
  function redraw(piece) {
    drawText(place, pieces, changed);
    changed();
    const at = piece ? pieces.indexOf(piece) : -1;
    /** @type {HTMLElement | null | undefined} */ (place.querySelectorAll("li")[at]?.querySelector("button"))?.focus();
  }

  /** @param {Piece} piece */
  function itemOf(piece) {
    return place.querySelectorAll("li")[pieces.indexOf(piece)];
  }
}

/** @param {Piece} piece */
const nameOf = (piece) => piece.label ?? `${piece.kind}“${piece.text.slice(0, 8)}”`;
