# slguard:handler handler ALB
# slguard:handler sound ALB
import os
from urllib.parse import parse_qs, unquote, urlparse, urlsplit


def handler(event, context):
    form = parse_qs(event["body"])
    os.system("run " + form["name"][0])  # slguard:expect command-injection
    os.system("run " + unquote(event["queryStringParameters"]["q"]))  # slguard:expect command-injection
    os.system("run " + urlparse(form["url"][0]).path)  # slguard:expect command-injection
    scheme, host, path, query, fragment = urlsplit(form["url"][0])
    os.system("run " + query)  # slguard:expect command-injection


def sound(event, context):
    form = parse_qs(event["body"])
    os.system("run " + str(urlparse(form["url"][0]).port or 443))  # slguard:safe
    os.system("run " + str(int(form.get("page", ["1"])[0])))  # slguard:safe
