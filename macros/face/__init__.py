"""What a page shows where it is shared, listed or missed: title, description, card, icons, and the page for an address that leads nowhere."""
