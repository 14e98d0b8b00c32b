"""Which provisions have words of each other, and which words: what the reuse of words among the five and 比您那里的 rest on.

By docs/contribute/reuse.md. Pure; the standard library and diff_match_patch, which is plain Python too, so that it runs in the browser.
"""
