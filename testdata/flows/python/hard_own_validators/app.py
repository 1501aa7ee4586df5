# slguard:handler handler
# slguard:handler sound
import os

from checks import (clean, ensure_word, first_word, is_good, is_word, known, looks_fine, normalise, validated)


def handler(event, context):
    q = event["queryStringParameters"]
    if looks_fine(q["a"]):
        os.system("say " + q["a"])  # slguard:expect command-injection
    os.system("say " + normalise(q["b"]))  # slguard:expect command-injection
    is_word(q["c"])
    os.system("say " + q["c"])  # slguard:expect command-injection
    if not is_word(q["d"]):
        print("odd")
    os.system("say " + q["d"])  # slguard:expect command-injection
    if is_word(q["e"]) or q.get("force"):
        os.system("say " + q["e"])  # slguard:expect command-injection
    if is_word(q["f"]):
        os.system("say " + q["g"])  # slguard:expect command-injection


def sound(event, context):
    q = event["queryStringParameters"]
    if is_word(q["a"]):
        os.system("say " + q["a"])  # slguard:safe
    ensure_word(q["b"])
    os.system("say " + q["b"])  # slguard:safe
    os.system("say " + clean(q["c"]))  # slguard:safe
    if not known(q["d"]):
        return None
    os.system("say " + q["d"])  # slguard:safe
    if all([is_word(q["e"]), len(q["e"]) < 5]):
        os.system("say " + q["e"])  # slguard:safe
    ok, message = validated(q["f"])
    if not ok:
        return message
    os.system("say " + q["f"])  # slguard:safe
    assert is_good(q["g"])
    os.system("say " + q["g"])  # slguard:safe
    os.system("say " + (first_word(q["h"]) or "none"))  # slguard:safe
    return None
