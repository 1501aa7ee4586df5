# slguard:handler handler
import json

from django.template import Engine
from jinja2 import Environment, FileSystemLoader, Template
from mako.template import Template as MakoTemplate
from tornado import template

environment = Environment(loader=FileSystemLoader("templates"), autoescape=True)


def handler(event, context):
    body = json.loads(event["body"])
    Template(body["layout"]).render(name="x")  # slguard:expect template-injection
    environment.from_string("Dear " + body["greeting"]).render()  # slguard:expect template-injection
    MakoTemplate(text=body["layout"]).render()  # slguard:expect template-injection
    template.Template(body["layout"])  # slguard:expect template-injection
    Template("Dear {{ name }}").render(name=body["greeting"])  # slguard:safe
    environment.get_template("mail.html").render(body)  # slguard:safe
    MakoTemplate("Dear ${name}").render(name=body["greeting"])  # slguard:safe
