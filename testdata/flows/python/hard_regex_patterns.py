# slguard:handler handler
import re
from re import escape

import regex


def handler(event, context):
    q = event["queryStringParameters"]
    re.search(q["pattern"], "text")  # slguard:expect redos
    re.compile("^" + q["pattern"] + "$", re.I).findall("text")  # slguard:expect redos
    re.sub(pattern=q["pattern"], repl="", string="text")  # slguard:expect redos
    re.search(escape(q["pattern"]), "text")  # slguard:safe
    re.search("|".join(map(re.escape, q["words"].split())), "text")  # slguard:safe
    re.search(r"[a-z]+", q["text"])  # slguard:safe
    [word for word in ["a"] if re.match(f"^{re.escape(q['word'])}", word)]  # slguard:safe
