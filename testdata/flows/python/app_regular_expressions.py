# slguard:handler handler HTTP_API_V2
import fnmatch
import re


def handler(event, context):
    q = event["queryStringParameters"]
    re.search(q["pattern"], "text")  # slguard:expect redos
    re.search(re.escape(q["pattern"]), "text")  # slguard:safe
    re.match(r"^(a+)+$", q["text"])  # slguard:expect redos
    re.match(r"^a+b*$", q["text"])  # slguard:safe
    re.compile(fnmatch.translate(q["glob"]))  # slguard:safe
    words = [re.compile(rf"\b{word}\b", re.I) for word in q["words"].split()]  # slguard:expect redos
    return {"statusCode": 200, "body": str(len(words))}
