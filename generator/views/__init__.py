"""One module for each thing shown: words, order, rounding and dates are settled here; every output prints the same view."""
