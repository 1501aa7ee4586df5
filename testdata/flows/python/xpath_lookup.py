# slguard:handler handler
from lxml import etree

tree = etree.parse("/opt/catalogue.xml")


def handler(event, context):
    name = event["queryStringParameters"]["name"]
    found = tree.xpath("//item[@name='" + name + "']")  # slguard:expect xpath-injection
    select = etree.XPath("//item[@id=%s]" % name)  # slguard:expect xpath-injection
    safe = tree.xpath("//item[@name=$name]", name=name)  # slguard:safe
    return {"count": len(found) + len(safe)}
