"""The drawings of charts, as text, on paper and in a browser."""
