"""Tests of what forges run: the scripts against real repositories, the workflows against the forges' own grammars."""
