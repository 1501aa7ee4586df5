# slguard:handler handler
# slguard:handler sound
import io
import xml.sax
from xml.sax.handler import feature_external_ges

import defusedxml.ElementTree
import xmltodict
from lxml import etree, objectify

RISKY = etree.XMLParser(resolve_entities=True, no_network=False)
HARDENED = etree.XMLParser(resolve_entities=False)


def parser(**options):
    return etree.XMLParser(load_dtd=True, **options)


def handler(event, context):
    body = event["body"].encode()
    etree.fromstring(body, RISKY)  # slguard:expect xxe
    etree.parse(io.BytesIO(body), parser=parser(resolve_entities=True))  # slguard:expect xxe
    reader = xml.sax.make_parser()
    reader.setFeature(feature_external_ges, True)
    reader.parse(io.StringIO(event["body"]))  # slguard:expect xxe
    tree = etree.fromstring(body, HARDENED)
    tree.xpath("//user[@name='" + event["queryStringParameters"]["name"] + "']")  # slguard:expect xpath-injection


def sound(event, context):
    body = event["body"].encode()
    etree.fromstring(body, HARDENED)  # slguard:safe
    defusedxml.ElementTree.fromstring(body)  # slguard:safe
    xmltodict.parse(body)  # slguard:safe
    etree.parse(io.BytesIO(body), parser(resolve_entities=False))  # slguard:safe
    tree = etree.fromstring(body, HARDENED)
    tree.xpath("//user[@name=$name]", name=event["queryStringParameters"]["name"])  # slguard:safe
