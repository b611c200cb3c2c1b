"""How a Word document is set, against GB/T 9704—2012 or an office's own profile; silent on files without a layout."""
