"""搜索: the search over the provisions, and the header's."""
