# slguard:handler handler
import re

ROWS = ["a", "b"]


def search(pattern):
    return [row for row in ROWS if re.search(pattern, row)]  # slguard:expect redos


def search_text(term):
    return [row for row in ROWS if re.search(re.escape(term), row)]  # slguard:safe


def handler(event, context):
    q = event["queryStringParameters"]
    search(q["pattern"])
    search_text(q["pattern"])
    compiled = re.compile(q["other"], re.I)  # slguard:expect redos
    re.match(r"[a-z]+", q["text"])  # slguard:safe
    return compiled.groups
