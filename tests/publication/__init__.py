"""Tests of minusone.publication."""
