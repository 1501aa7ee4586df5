# slguard:handler lambda_handler HTTP_API_V1
import awsgi
from flask import Flask, abort, jsonify, make_response, redirect, render_template_string, request, send_file, send_from_directory, url_for
from markupsafe import escape
from werkzeug.utils import secure_filename

from admin.views import admin

app = Flask(__name__)
app.register_blueprint(admin, url_prefix="/admin")


@app.route("/hi/<name>")
def hi(name):
    return "<b>hi %s</b>" % name  # slguard:expect xss-reflected


@app.route("/hi-safe/<name>")
def hi_safe(name):
    return f"<b>hi {escape(name)}</b>"  # slguard:safe


@app.get("/file")
def file():
    return send_file("/opt/files/" + request.args["name"])  # slguard:expect path-traversal


@app.get("/file-safe")
def file_safe():
    if "name" not in request.args:
        abort(400)
    return send_from_directory("/opt/files", request.args["name"])  # slguard:safe


@app.post("/upload")
def upload():
    item = request.files["item"]
    item.save("/tmp/" + secure_filename(item.filename))  # slguard:safe
    item.save("/tmp/" + item.filename)  # slguard:expect path-traversal
    return jsonify(name=item.filename)


@app.route("/out")
def out():
    target = request.args.get("target") or url_for("hi", name="x")
    return redirect(target)  # slguard:expect open-redirect


@app.route("/out-safe")
def out_safe():
    return redirect(url_for("hi", name=request.args.get("name")))  # slguard:safe


@app.route("/preview", methods=["POST"])
def preview():
    body = request.get_json(force=True, silent=True) or {}
    return render_template_string(body.get("template", ""))  # slguard:expect template-injection


@app.route("/preview-safe", methods=["POST"])
def preview_safe():
    body = request.get_json(force=True)
    return render_template_string("<p>{{ text }}</p>", text=body["text"])  # slguard:safe


@app.errorhandler(404)
def missing(error):
    response = make_response("<h1>no such page</h1>")
    return response, 404


def lambda_handler(event, context):
    return awsgi.response(app, event, context, base64_content_types={"image/png"})
