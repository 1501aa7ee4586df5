# slguard:handler handler HTTP_API_V2
import xml.etree.ElementTree as ET
import xml.sax
from io import BytesIO
from xml.dom import minidom

import defusedxml.ElementTree as SafeET
import xmltodict
from lxml import etree


def parser():
    return etree.XMLParser(resolve_entities=True, no_network=False)


def hardened():
    return etree.XMLParser(resolve_entities=False)


def handler(event, context):
    body = event["body"].encode()
    etree.fromstring(body, parser=parser())  # slguard:expect xxe
    etree.fromstring(body, parser=hardened())  # slguard:safe
    etree.parse(BytesIO(body), etree.XMLParser(resolve_entities=True))  # slguard:expect xxe
    SafeET.fromstring(body)  # slguard:safe
    xmltodict.parse(body)  # slguard:safe
    minidom.parseString(body)  # slguard:safe
    reader = xml.sax.make_parser()
    reader.setFeature(xml.sax.handler.feature_external_ges, True)
    reader.parse(BytesIO(body))  # slguard:expect xxe
    calm = xml.sax.make_parser()
    calm.setFeature(xml.sax.handler.feature_external_ges, False)
    calm.parse(BytesIO(body))  # slguard:safe
    tree = SafeET.fromstring(body)
    name = event["queryStringParameters"]["name"]
    document = etree.fromstring(b"<a/>")
    document.xpath("//user[@name='" + name + "']")  # slguard:expect xpath-injection
    document.xpath("//user[@name=$name]", name=name)  # slguard:safe
    etree.XPath("//user[@name=$name]")(document, name=name)  # slguard:safe
    return {"statusCode": 200, "body": tree.tag}
