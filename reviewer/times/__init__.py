"""Time expressions: found in the text, then reckoned against the document's date."""
