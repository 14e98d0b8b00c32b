"""What every page is drawn with: elements, links, the banner of a document, the site's own styles."""
