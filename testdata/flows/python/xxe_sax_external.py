# slguard:handler handler SNS
import io
import xml.sax
from xml.dom import minidom
from xml.sax.handler import ContentHandler, feature_external_ges


def handler(event, context):
    for record in event["Records"]:
        message = record["Sns"]["Message"]
        parser = xml.sax.make_parser()
        parser.setFeature(feature_external_ges, True)
        parser.setContentHandler(ContentHandler())
        parser.parse(io.StringIO(message))  # slguard:expect xxe
        minidom.parseString(message, parser)  # slguard:expect xxe
        minidom.parseString(message)  # slguard:safe
        closed = xml.sax.make_parser()
        closed.setFeature(feature_external_ges, False)
        closed.parse(io.StringIO(message))  # slguard:safe
