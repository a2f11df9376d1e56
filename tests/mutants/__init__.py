"""Small faults put into the code that compares and weighs changes, to see whether the tests find them."""
