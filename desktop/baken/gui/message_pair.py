"""A sentence with its next step, as the tables of messages hold them."""

Pair = tuple[str, str]


def pair(sentence: object, next_step: object) -> Pair:
    """Keep a sentence and a next step; the marks for the translator are typed as objects."""
    return str(sentence), str(next_step)
