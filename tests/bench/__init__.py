"""How fast and how large: figures to read, measured on this machine; `make bench` prints them."""
