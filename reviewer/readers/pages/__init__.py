"""From characters placed on pages (PDF, OFD) back to paragraphs."""
