"""搜索: one search over questions with their answers, provisions and words; its box stands in the header and on several pages."""
