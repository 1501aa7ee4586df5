# slguard:handler handler HTTP_API_V2
import os
import re
from functools import wraps
from urllib.parse import urlparse

import requests
import serverless_wsgi
from flask import Flask, abort, redirect, request, send_file

app = Flask(__name__)
NAME = re.compile(r"^[a-z0-9_-]{1,40}$")
MIRRORS = ("img1.example.com", "img2.example.com")


def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)


def named(view):
    @wraps(view)
    def inner(name, *args, **kwargs):
        if not NAME.match(name):
            abort(404)
        return view(name, *args, **kwargs)

    return inner


@app.route("/photos/<name>")
def photo(name):
    return send_file(os.path.join("/mnt/photos", name))  # slguard:safe


@app.route("/any/<name>")
def any_photo(name):
    return send_file(name + "/photo.png")  # slguard:expect path-traversal


@app.route("/deep/<path:name>")
def deep_photo(name):
    return send_file(os.path.join("/mnt/photos", name))  # slguard:expect path-traversal


@app.get("/named/<path:name>")
@named
def named_photo(name):
    return send_file(os.path.join("/mnt/photos", name))  # slguard:safe


@app.post("/photos")
def upload():
    for photo in request.files.getlist("photo"):
        photo.save("/mnt/photos/" + photo.filename)  # slguard:expect path-traversal
        photo.save("/mnt/photos/" + os.path.basename(photo.filename))  # slguard:safe
    first = request.files.getlist("photo")[0]
    first.save("/mnt/photos/" + first.filename)  # slguard:expect path-traversal
    return "", 201


@app.get("/mirror")
def mirror():
    url = request.args["url"]
    if urlparse(url).hostname not in MIRRORS:
        abort(400)
    return requests.get(url).content  # slguard:safe


@app.get("/go")
def go():
    target = request.args.get("next", "/")
    if not target.startswith("/") or target.startswith("//") or "\\" in target:
        return redirect("/")
    return redirect(target)  # slguard:safe


@app.get("/leave")
def leave():
    target = request.args.get("next", "/")
    if not target.startswith("/"):
        return redirect("/")
    return redirect(target)  # slguard:expect open-redirect
