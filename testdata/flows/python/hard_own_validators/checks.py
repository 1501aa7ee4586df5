import re

WORD = re.compile(r"^\w+$", re.ASCII)
KNOWN = ["red", "green"]


def is_word(text):
    return bool(WORD.match(text))


def looks_fine(text):
    return True


def normalise(text):
    return text.strip().lower()


def ensure_word(text):
    if not is_word(text):
        raise ValueError("not a word")


def clean(text):
    return re.sub(r"[^a-zA-Z0-9]", "", text)


def known(text):
    for each in KNOWN:
        if each == text:
            return True
    return False


def validated(text):
    if not WORD.fullmatch(text):
        return False, "bad"
    return True, ""


def is_good(text):
    return text.isalnum() and len(text) < 30


def first_word(text):
    found = re.search(r"[a-z]+", text)
    return found.group(0) if found else None
