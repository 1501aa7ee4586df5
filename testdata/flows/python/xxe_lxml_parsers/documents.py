import io

import defusedxml.ElementTree as safe_tree
import xmltodict
from lxml import etree


def parse_invoice(data):
    parser = etree.XMLParser(resolve_entities=True, no_network=False)
    root = etree.fromstring(data, parser)  # slguard:expect xxe
    etree.parse(io.BytesIO(data), parser=etree.XMLParser(resolve_entities=True))  # slguard:expect xxe
    return len(root)


def parse_invoice_hardened(data):
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(data, parser=parser)  # slguard:safe
    safe_tree.fromstring(data)  # slguard:safe
    xmltodict.parse(data)  # slguard:safe
    return len(root)
