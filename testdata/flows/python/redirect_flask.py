# slguard:handler handler
import awsgi
from django.utils.http import url_has_allowed_host_and_scheme
from flask import Flask, redirect, request, url_for

app = Flask(__name__)


@app.route("/go")
def go():
    return redirect(request.args.get("to"))  # slguard:expect open-redirect


@app.route("/checked")
def checked():
    target = request.args.get("to", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={"example.com"}):
        target = "/"
    return redirect(target)  # slguard:safe


@app.route("/named")
def named():
    return redirect(url_for("go", to=request.args.get("to")))  # slguard:safe


def handler(event, context):
    return awsgi.response(app, event, context)
