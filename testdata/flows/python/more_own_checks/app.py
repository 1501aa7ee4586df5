# slguard:handler handler HTTP_API_V2
import os

from .checks import ALLOWED, SAFE, bad_any, bad_length, listed, short_word, subset, word


def handler(event, context):
    q = event["queryStringParameters"]
    if short_word(q["a"]):
        os.system("a " + q["a"])  # slguard:safe
    if word(q["b"]):
        os.system("b " + q["b"])  # slguard:safe
    if listed(q["c"]):
        os.system("c " + q["c"])  # slguard:safe
    if subset(q["d"]):
        os.system("d " + q["d"])  # slguard:safe
    if bad_any(q["e"]):
        os.system("e " + q["e"])  # slguard:expect command-injection
    if bad_length(q["f"]):
        os.system("f " + q["f"])  # slguard:expect command-injection
    if not all(c in SAFE for c in q["g"]):
        return {"statusCode": 400}
    os.system("g " + q["g"])  # slguard:safe
    for part in q["h"].split(","):
        if part in ALLOWED:
            os.system("h " + q["h"])  # slguard:expect command-injection
            os.system("h " + part)  # slguard:safe
    if ALLOWED <= set(q["i"].split(",")):
        os.system("i " + q["i"])  # slguard:expect command-injection
    if short_word(q["j"]) or len(q["j"]) > 3:
        os.system("j " + q["j"])  # slguard:expect command-injection
    return {"statusCode": 200}
