"""An append-only log of anything, by the open C2SP formats for static files. It knows of no site, page or record."""
