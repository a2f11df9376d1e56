"""Tests of the proof-reader: whole sentences, right and wrong."""
