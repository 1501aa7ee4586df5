# slguard:handler handler REST_API
import json
import os


class Handler:
    def __call__(self, event, context):
        action = getattr(self, event["httpMethod"].lower(), None)
        if action is None:
            return {"statusCode": 405}
        return action(event)

    def get(self, event):
        name = event["pathParameters"]["name"]
        folder, last = os.path.split(name)
        open(os.path.join("/mnt", last)).read()  # slguard:safe
        open(os.path.join("/mnt", folder)).read()  # slguard:expect path-traversal
        if "/" in name or ".." in name:
            raise ValueError(name)
        open("/mnt/" + name).read()  # slguard:safe

    def post(self, event):
        body = json.loads(event["body"])
        target = os.path.abspath(os.path.join("/mnt/data", body["path"]))
        if not target.startswith("/mnt/data" + os.sep):
            return {"statusCode": 400}
        os.unlink(target)  # slguard:safe
        other = os.path.abspath(os.path.join("/mnt/data", body["other"]))
        if not other.startswith("/mnt/data"):
            return {"statusCode": 400}
        os.unlink(other)  # slguard:expect path-traversal
        query = event["queryStringParameters"] or {}
        query["mode"] = "fixed"
        os.system("x " + query["mode"])  # slguard:safe
        os.system("x " + query["name"])  # slguard:expect command-injection
        headers = {name.lower(): value for name, value in event["headers"].items()}
        os.system("x " + headers["x-name"])  # slguard:expect command-injection
        return {"statusCode": 200}


handler = Handler()
