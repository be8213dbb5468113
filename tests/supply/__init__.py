"""What is used that we did not write: which versions, under which licences."""
