"""Numbers of headings and running points that do not count on, and labels written in the wrong form."""
