import os

from flask import Blueprint, jsonify, request

api = Blueprint("api", __name__)


@api.route("/run", methods=["POST"])
def run():
    data = request.get_json(force=True)
    os.system("run " + data["name"])  # slguard:expect command-injection
    os.system("run " + request.headers.get("X-A"))  # slguard:expect command-injection
    os.system("run " + request.cookies["c"])  # slguard:expect command-injection
    upload = request.files["file"]
    upload.save("/tmp/" + upload.filename)  # slguard:expect path-traversal
    os.system("run " + request.method)  # slguard:safe
    return jsonify(ok=True)


@api.get("/files/<path:name>")
def files(name):
    return jsonify(text=open("/tmp/" + name).read())  # slguard:expect path-traversal


@api.get("/numbers/<int:number>")
def numbers(number):
    os.system("run %s" % number)  # slguard:safe
    return jsonify(ok=True)
