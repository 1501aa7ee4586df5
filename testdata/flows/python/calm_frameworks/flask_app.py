# slguard:handler handler HTTP_API_V1
import os
import pathlib

import awsgi
from flask import Flask, abort, flash, jsonify, redirect, render_template, request, send_from_directory, session, url_for
from werkzeug.utils import secure_filename

app = Flask(__name__)
app.secret_key = os.environ["FLASK_SECRET"]
UPLOADS = pathlib.Path("/tmp/uploads")
ALLOWED = {"png", "pdf"}


def allowed(filename):
    return "." in filename and filename.rsplit(".", 1)[1].lower() in ALLOWED


@app.before_request
def check():
    if request.method == "POST" and request.content_length and request.content_length > 5_000_000:
        abort(413)


@app.route("/")
def index():
    return render_template("index.html", name=request.args.get("name", ""), user=session.get("user"))  # slguard:safe


@app.route("/upload", methods=["GET", "POST"])
def upload():
    if request.method == "POST":
        file = request.files.get("file")
        if file is None or not allowed(file.filename):
            flash("No file, or a kind that is not allowed")
            return redirect(request.url)
        name = secure_filename(file.filename)
        file.save(UPLOADS / name)  # slguard:safe
        return redirect(url_for("show", name=name))  # slguard:safe
    return render_template("upload.html")


@app.route("/files/<name>")
def show(name):
    return send_from_directory(UPLOADS, name, as_attachment=True)  # slguard:safe


@app.route("/api/sum")
def total():
    numbers = request.args.getlist("n", type=int)
    return jsonify(total=sum(numbers), count=len(numbers))  # slguard:safe


@app.errorhandler(404)
def missing(problem):
    return render_template("404.html"), 404


def handler(event, context):
    return awsgi.response(app, event, context)
