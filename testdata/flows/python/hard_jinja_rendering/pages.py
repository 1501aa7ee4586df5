import jinja2
from jinja2 import Environment, FileSystemLoader

bare = Environment()
escaping = Environment(autoescape=True)
files = Environment(loader=FileSystemLoader("templates"))


def render_file(name, **values):
    return files.get_template(name).render(**values)


def answer(page):
    response = {"statusCode": 200}
    response["headers"] = {"Content-Type": "text/html"}
    response["body"] = page  # slguard:expect xss-reflected
    return response
