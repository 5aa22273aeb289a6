import pytest

from baken.model.catalogue import load_catalogue
from baken.model.restricting import may_be_restricted, telling_words


@pytest.mark.parametrize(
    "quote",
    [
        "Hij wilde seks in ruil voor een bed",
        "het was SEKSUEEL geweld, zei hij",
        "pijn aan de geslachtsdelen",
        "they wanted something Sexual",
    ],
)
def test_words_about_sexual_violence_ask_who_may_read_them(quote: str) -> None:
    assert may_be_restricted(quote)


@pytest.mark.parametrize("quote", ["", "Ze weten waar ik slaap", "de 6e seconde", "أين أنام", "asexual"])
def test_other_words_ask_nothing(quote: str) -> None:
    assert not may_be_restricted(quote)


def test_every_word_stands_in_the_wording_of_its_indicator() -> None:
    for word in telling_words():
        indicator = next(each for each in load_catalogue().indicators if each.id == word.indicator)
        wording = indicator.wording_nl if word.language == "nl" else indicator.wording_en
        assert any(part.startswith(word.begin) for part in wording.casefold().split())
