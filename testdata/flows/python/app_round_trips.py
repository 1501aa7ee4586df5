# slguard:handler handler HTTP_API_V2
import base64
import binascii
import copy
import gzip
import io
import json
import os
import pickle
import re
import urllib.parse
import zlib
from urllib.parse import parse_qs, quote, unquote, urlencode, urlparse


def handler(event, context):
    body = event["body"]
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body).decode("utf-8")
    os.system("a " + body)  # slguard:expect command-injection
    form = dict(urllib.parse.parse_qsl(body, keep_blank_values=True))
    os.system("b " + form["name"])  # slguard:expect command-injection
    os.system("b " + parse_qs(body)["name"][0])  # slguard:expect command-injection
    again = json.loads(json.dumps({"n": body, "c": "constant"}))
    os.system("c " + again["n"])  # slguard:expect command-injection
    os.system("c " + again["c"])  # slguard:safe
    data = gzip.decompress(base64.b64decode(body))
    os.system("d " + data.decode())  # slguard:expect command-injection
    with gzip.GzipFile(fileobj=io.BytesIO(base64.b64decode(body))) as unpacked:
        os.system("e " + unpacked.read().decode("utf-8"))  # slguard:expect command-injection
    os.system("f " + base64.b64encode(body.encode()).decode())  # slguard:safe
    os.system("f " + binascii.hexlify(body.encode()).decode())  # slguard:safe
    os.system("f " + bytes.fromhex(body).decode())  # slguard:expect command-injection
    os.system("g " + zlib.decompress(bytes(body, "utf-8")).decode("ascii"))  # slguard:expect command-injection
    kept = pickle.loads(pickle.dumps(body))
    os.system("h " + kept)  # slguard:expect command-injection
    match = re.match(r"(?P<verb>\w+) (?P<rest>.*)", body)
    if match:
        os.system("i " + match.group("rest"))  # slguard:expect command-injection
        os.system("i " + match["verb"])  # slguard:safe
        os.system("i " + match.groupdict()["rest"])  # slguard:expect command-injection
    os.system("j " + re.sub(r"\s+", " ", body))  # slguard:expect command-injection
    os.system("j " + re.sub(r"[^A-Za-z0-9_]", "_", body))  # slguard:safe
    os.system("j " + re.sub("\\W", "", body))  # slguard:safe
    for found in re.finditer(r"<([^>]*)>", body):
        os.system("k " + found.group(1))  # slguard:expect command-injection
    for digits in re.findall(r"\d+", body):
        os.system("k " + digits)  # slguard:safe
    url = urlparse(body)
    os.system("l " + url.path)  # slguard:expect command-injection
    os.system("l " + str(url.port))  # slguard:safe
    deep = copy.deepcopy({"list": [body]})
    os.system("m " + deep["list"][0])  # slguard:expect command-injection
    os.system("n " + unquote(quote(body)))  # slguard:expect command-injection
    os.system("n " + urlencode({"q": 1}))  # slguard:safe
    os.system("o {0} {name!s}".format("x", name=body))  # slguard:expect command-injection
    os.system("o {name}".format_map({"name": 3, "other": body}))  # slguard:safe
    os.system(b"p ".decode() + str(body.encode(), "utf-8"))  # slguard:expect command-injection
    os.system("q " + "".join(reversed(body)))  # slguard:expect command-injection
    os.system("r " + body.translate(str.maketrans("", "", " ")))  # slguard:expect command-injection
    stream = io.StringIO()
    stream.write("s ")
    print(body, file=stream)
    os.system(stream.getvalue())  # slguard:expect command-injection
