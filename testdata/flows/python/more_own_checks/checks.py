ALLOWED = {"one", "two"}
SAFE = set("abcdefghijklmnopqrstuvwxyz-")


def short_word(text):
    return len(text) < 10 and text.isalnum()


def word(text):
    return bool(text) and all(c.isalnum() or c in "-_" for c in text)


def listed(text):
    return all(part in ALLOWED for part in text.split(","))


def subset(text):
    return set(text.split(",")) <= ALLOWED


def bad_any(text):
    return any(part in ALLOWED for part in text.split(","))


def bad_length(text):
    return len(text) < 10 or text.isalnum()
