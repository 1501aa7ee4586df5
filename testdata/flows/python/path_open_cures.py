# slguard:handler vulnerable
# slguard:handler sound
import os
from werkzeug.utils import secure_filename

BASE = "/tmp/reports"


def vulnerable(event, context):
    q = event["queryStringParameters"]
    name = q["name"]
    with open(os.path.join(BASE, name)) as f:  # slguard:expect path-traversal
        f.read()
    real = os.path.realpath(os.path.join(BASE, name))
    open(real)  # slguard:expect path-traversal
    other = os.path.realpath(os.path.join(BASE, q["other"]))
    if not other.startswith(BASE):
        return {"statusCode": 403}
    open(other)  # slguard:expect path-traversal
    open(BASE + "/" + q["third"].replace("../", ""))  # slguard:expect path-traversal
    open(os.path.normpath(BASE + "/" + q["fourth"]))  # slguard:expect path-traversal
    os.remove("/tmp/" + q["fifth"])  # slguard:expect path-traversal
    fifth = os.path.join(BASE, q["sixth"])
    if not fifth.startswith(BASE + "/"):
        return {"statusCode": 403}
    open(fifth)  # slguard:expect path-traversal


def sound(event, context):
    q = event["queryStringParameters"]
    with open(os.path.join(BASE, os.path.basename(q["name"]))) as f:  # slguard:safe
        f.read()
    open(os.path.join(BASE, secure_filename(q["upload"])))  # slguard:safe
    real = os.path.realpath(os.path.join(BASE, q["other"]))
    if not real.startswith(BASE + os.sep):
        return {"statusCode": 403}
    open(real)  # slguard:safe
    common = os.path.realpath(os.path.join(BASE, q["third"]))
    if os.path.commonpath([BASE, common]) != BASE:
        raise PermissionError(q["third"])
    open(common)  # slguard:safe
    open(BASE + "/" + q["fourth"].replace("/", "_"))  # slguard:safe
    open(BASE + "/" + q["fifth"].split("/")[-1])  # slguard:safe
    open("%s/%d.json" % (BASE, int(q["page"])))  # slguard:safe
