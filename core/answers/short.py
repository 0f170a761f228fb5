"""Short words that answer no question: a mere yes, and a wish to leave the form."""

from core.answers.tokens import tokens_of
from core.answers.vocabulary import CommonWords
from core.folding import clean, fold


def only_yes(text: str, common: CommonWords) -> bool:
    """Whether a text is "đúng", "vâng ạ", "dung roi" and the like, with nothing else.

    A text with marks has to be spelled as they are, one without is compared without.
    """
    typed = clean(text).casefold()
    marked = typed != fold(typed)
    words = [token.text for token in tokens_of(typed) if token.word or token.figure]
    confirmed, around = common.confirmations, common.spelled_fillers
    if not marked:
        confirmed, around = frozenset(map(fold, confirmed)), frozenset(map(fold, around))
    yes = {word for each in confirmed for word in each.split()}
    some = any(word in confirmed for word in (*words, " ".join(words)))
    return some and all(word in yes | around for word in words)


def only_leaving(text: str, common: CommonWords, *, named: bool) -> bool:
    """Whether a text is "hủy", "thôi không gửi nữa", "de sau" and the like, with nothing else.

    Where a name or a text is asked for (`named`) it has to have its marks, for "Huy" is somebody's name.
    """
    typed = clean(text).casefold()
    words = " ".join(token.text for token in tokens_of(typed) if token.word or token.figure)
    if words in common.leaving and (not named or words != fold(words)):
        return True
    return not named and words == fold(words) and words in {fold(each) for each in common.leaving}
