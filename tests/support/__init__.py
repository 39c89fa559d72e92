"""Code that the checks share."""
