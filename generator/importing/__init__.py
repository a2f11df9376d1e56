"""From a filled form to a report: recognised, read, merged with what stands there, judged, and written as YAML."""
