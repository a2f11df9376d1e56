"""From views to text and bytes: one module for each output; none sees another, the data, or the disk it ends up on."""
