"""`make bench`: each figure beside its limit, measured in one run."""
