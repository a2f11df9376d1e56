"""Tests of how weighty changes are."""
