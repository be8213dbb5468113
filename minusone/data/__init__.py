"""Files beside the pages, one module for each published format."""
