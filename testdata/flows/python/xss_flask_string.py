# slguard:handler handler
import serverless_wsgi
from flask import Flask, jsonify, make_response, render_template_string, request
from markupsafe import Markup, escape

app = Flask(__name__)


@app.route("/hello")
def hello():
    return "<p>Hello " + request.args.get("name", "") + "</p>"  # slguard:expect xss-reflected


@app.route("/made")
def made():
    return make_response("<p>" + request.form["name"])  # slguard:expect xss-reflected


@app.route("/markup")
def markup():
    Markup("<b>" + request.args["name"] + "</b>")  # slguard:expect xss-reflected
    return Markup("<b>{}</b>").format(request.args["name"])  # slguard:safe


@app.route("/json")
def as_json():
    if request.args.get("raw"):
        return {"name": request.args["name"]}  # slguard:safe
    return jsonify(name=request.args["name"])  # slguard:safe


@app.route("/escaped")
def escaped():
    return f"<p>{escape(request.args['name'])}</p>"  # slguard:safe


@app.route("/template")
def template():
    return render_template_string("<p>{{ name }}</p>", name=request.args["name"])  # slguard:safe


@app.route("/number/<int:number>")
def number(number):
    return "<p>%s</p>" % number  # slguard:safe


def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
