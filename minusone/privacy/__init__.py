"""What must never be published: detectors for text, in every format that the site has. Knows nothing of sites."""
