# slguard:handler app HTTP_API_V2
import os
import subprocess
import sys
from collections import Counter, defaultdict

from flask import Flask, abort, jsonify, redirect, request

app = Flask(__name__)


@app.route("/go")
def go():
    if request.args.get("next") not in ("/", "/home"):
        abort(400)
    return redirect(request.args.get("next"))  # slguard:safe


@app.route("/jump")
def jump():
    if request.args.get("other") not in ("/", "/home"):
        abort(400)
    return redirect(request.args.get("next"))  # slguard:expect open-redirect


@app.route("/make/<name>")
def make(name):
    target = request.form["target"]
    if not target.isalnum():
        sys.exit(1)
    subprocess.run("make " + target, shell=True)  # slguard:safe
    if name == "x" and not request.form["file"].isalnum():
        abort(400)
    subprocess.run("make " + request.form["file"], shell=True)  # slguard:expect command-injection
    return jsonify(done=True)


@app.route("/counts")
def counts():
    words = request.args.getlist("word")
    for word, times in Counter(words).most_common(3):
        os.system("count %s" % times)  # slguard:safe
        os.system("count " + word)  # slguard:expect command-injection
    groups = defaultdict(list)
    for word in words:
        groups[word].append(len(word))
    for word, sizes in groups.items():
        os.system("size " + str(max(sizes)))  # slguard:safe
        os.system("size " + word)  # slguard:expect command-injection
    return jsonify(done=True)


@app.route("/secret")
def secret():
    return {"key": os.environ["PAYMENT_API_KEY"]}  # slguard:expect sensitive-data-exfiltration
