"""Comparing text as a reader would: without capitals and accents."""

import unicodedata


def folded(text: str) -> str:
    """Drop accents and capitals; letters of scripts without accents stay as they are."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
