"""The check page as one file that opens from a folder: the questionnaire, its styles, the words and the compiled rules, without Python."""

from __future__ import annotations

from copy import copy
from pathlib import Path

from bs4 import BeautifulSoup

from tools.build.built import CHECKER, PAGE, OfflineError, manifest_path, text_of

SHEETS = tuple(
    f"assets/{name}.css" for name in ("identity", "site", "pieces", "checker/checker", "checker/form", "checker/papers")
)
WATCH = "checker-watch"  # says so where a browser is too old for the other scripts


def single_file(site: Path, soup: BeautifulSoup) -> str:
    checker = soup.select_one("[data-checker]")
    if checker is None:
        raise OfflineError(f"{PAGE} has no questionnaire")
    checker = copy(checker)
    for attribute in ("data-edition", "data-worker"):
        del checker[attribute]
    checker["data-kept"] = "file"  # it cannot know whether it is the newest
    for tag in checker.find_all(["script", "style", "link", "noscript"]):
        if tag.get("id") != WATCH:
            tag.decompose()
        else:
            del tag["data-sheet"]  # the sheets are not in the folder either
    for link in checker.find_all("a", href=True):
        if not str(link["href"]).startswith("#"):
            link.unwrap()  # the other pages are not in the folder
    styles = "\n".join(style(site, name) for name in SHEETS)
    words = (site / CHECKER / manifest_path(site, "words.json")).read_text(encoding="utf-8")
    walk, script = (text_of(site / CHECKER / name) for name in ("walk.js", "single.js"))
    return OFFLINE % {
        "styles": styles,
        "own": OWN_STYLE,
        "form": str(checker),
        "words": words.replace("<", "\\u003c"),
        "walk": walk.replace("</", "<\\/"),
        "script": script.replace("</", "<\\/"),
    }


def style(site: Path, name: str) -> str:
    path = site / name
    return path.read_text(encoding="utf-8").replace("</", "<\\/") if path.is_file() else ""


OWN_STYLE = """
:root { --md-default-bg-color: #fff; --md-default-fg-color: #222; --md-default-fg-color--light: #555;
  --md-default-fg-color--lighter: #888; --md-default-fg-color--lightest: #ddd; --md-primary-fg-color: #8c1d18;
  --md-accent-fg-color: #8c1d18; --md-typeset-a-color: #8c1d18; --md-code-bg-color: #f5f5f5; }
body { font: 16px/1.7 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem; }
button, .md-button { font: inherit; padding: .3rem .8rem; border: 1px solid currentColor; border-radius: .2rem; background: none; }
[hidden] { display: none !important; }
"""
OFFLINE = """<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>自己查（离线版）</title>
<style>
%(styles)s
%(own)s
</style>
</head>
<body class="md-typeset" data-md-color-scheme="default" data-md-color-primary="custom">
<h1>自己查（离线版）</h1>
<p>这个文件不用网络，存在 U 盘里就能打开。结论按预先算好的判断图给出，与网站上的一致；下一步、申请草稿、保存和打印都在。逐步的推理过程和推算最后一天，要到网站上看。
这里不作认定，也不是法律意见。您填的内容只在这台设备的内存里，不自动保存，也不发送。</p>
%(form)s
<noscript><p>浏览器没有开 JavaScript，不能自动判断；可以打印出来作自查表。</p></noscript>
<script type="application/json" id="words">%(words)s</script>
<script>%(walk)s</script>
<script>%(script)s</script>
</body>
</html>
"""
