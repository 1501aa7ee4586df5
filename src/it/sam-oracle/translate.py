"""Writes pairs of SAM templates and what the translator makes of them: input/NAME.yaml and output/NAME.json.

usage: translate.py FOLDER TEMPLATES | FOLDER --generate COUNT SEED | FOLDER --widely COUNT SEED | FOLDER --breed TEMPLATES COUNT SEED

Local paths become an S3 address on both sides, as `sam package` would do; dates stay text. What the translator rejects of
a generated or bred template is taken out of it, until the rest is accepted.
"""

import copy
import glob
import json
import logging
import os
import re
import sys
from unittest.mock import patch

import samtranslator
import yaml
from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

from crossbreed import bred
from generate import templates
from widely import unrolled, wide_templates

REGION = "ap-southeast-1"
os.environ["AWS_DEFAULT_REGION"] = REGION
logging.disable(logging.CRITICAL)


class Loader(yaml.SafeLoader):
    """YAML with CloudFormation's short tags; dates stay text."""


def short_tag(loader, suffix, node):
    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    if suffix == "GetAtt" and isinstance(value, str):
        value = value.split(".", 1)
    return {suffix if suffix in ("Ref", "Condition") else "Fn::" + suffix: value}


Loader.add_multi_constructor("!", short_tag)
Loader.yaml_implicit_resolvers = {
    first: [entry for entry in entries if entry[0] != "tag:yaml.org,2002:timestamp"]
    for first, entries in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def packaged(template):
    """The template with local paths replaced."""
    functions = (template.get("Globals") or {}).get("Function") or {}
    owners = [owner for owner in template["Resources"].values() if isinstance(owner, dict)]
    owners += [{"Type": "", "Properties": section} for section in (template.get("Globals") or {}).values()]
    for owner in owners:
        properties = owner.get("Properties") or {}
        if not isinstance(properties, dict):
            continue
        for key in ("CodeUri", "ContentUri", "DefinitionUri", "SchemaUri"):
            if isinstance(properties.get(key), str) and not properties[key].startswith("s3://"):
                properties[key] = "s3://bucket/key"
        if owner.get("Type") == "AWS::Serverless::Function":
            image = properties.get("PackageType", functions.get("PackageType")) == "Image"
            if image:
                properties.setdefault("ImageUri", "123456789012.dkr.ecr.us-east-1.amazonaws.com/r:1")
            elif not {"CodeUri", "InlineCode"} & properties.keys() and "CodeUri" not in functions:
                properties["CodeUri"] = "s3://bucket/key"
            owner["Properties"] = properties
        location = properties.get("Location")
        if owner.get("Type") == "AWS::Serverless::Application" and isinstance(location, str) and "://" not in location:
            properties["Location"] = "https://s3.amazonaws.com/bucket/template.yaml"
    return template


def real(folder):
    for path in sorted(glob.glob(folder + "/**/*", recursive=True)):
        if os.path.basename(path).startswith("error_") or not path.endswith((".yaml", ".yml", ".json", ".template")):
            continue
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
        if "AWS::Serverless::" not in text and "AWS::Serverless-" not in text:
            continue
        try:
            template = yaml.load(text, Loader)
        except yaml.YAMLError as problem:
            print("not read:", path, str(problem).splitlines()[0])
            continue
        if not isinstance(template, dict) or not isinstance(template.get("Resources"), dict):
            print("no resources:", path)
        else:
            name = os.path.relpath(path, folder).rsplit(".", 1)[0].replace("/", "__")
            yield name, packaged(template)


def write(path, value):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, default=str)


def without_rejected(template, rejection):
    """The template without the events and resources that the rejection names; nothing where it names none."""
    found = False
    for cause in rejection.causes:
        named = re.search(r"Resource with id \[([^\]]+)\]", cause.message)
        event = re.search(r"Event with id \[([^\]]+)\]", cause.message)
        owners = [id for id in template["Resources"] if named and named.group(1).startswith(id)]
        owners = sorted(owners, key=len)[-1:] if named else list(template["Resources"])
        for id in owners:
            if not isinstance(template["Resources"][id], dict):
                continue
            events = (template["Resources"][id].get("Properties") or {}).get("Events")
            if event and isinstance(events, dict):
                inner = [name for name in events if event.group(1) in (name, id + name)]
                for name in inner:
                    del events[name]
                found = found or bool(inner)
            elif named:
                del template["Resources"][id]
                found = True
    return template if found and template["Resources"] else None


def translated(managed, template, mend):
    """What the translator makes of the template, and the template itself."""
    for attempt in range(12 if mend else 1):
        try:
            with patch("boto3.session.Session.region_name", REGION):
                return template, Translator(managed, Parser()).translate(
                    unrolled(copy.deepcopy(template)), {"param1": "value1", "param2": "value2"})
        except InvalidDocumentException as rejection:
            reason = str(rejection.causes[0].message)[:150]
            template = without_rejected(template, rejection) if mend else None
        except Exception as failure:  # the translator's own: it says nothing of the template
            reason = "the translator fails: " + repr(failure)[:150]
            template = None
        if template is None:
            break
    print("rejected:", reason)
    return None


def main(target, *source):
    data = os.path.join(os.path.dirname(samtranslator.__file__), "internal/data/aws_managed_policies.json")
    with open(data, encoding="utf-8") as file:
        managed = json.load(file)["aws"]
    for part in ("input", "output"):
        os.makedirs(os.path.join(target, part), exist_ok=True)
    if source[0] == "--generate":
        pairs = templates(int(source[1]), int(source[2]))
    elif source[0] == "--widely":
        pairs = wide_templates(int(source[1]), int(source[2]))
    elif source[0] == "--breed":
        parents = dict(real(source[1]))
        pairs = bred(parents, int(source[2]), int(source[3]))
    else:
        pairs = real(source[0])
    count = 0
    for name, template in pairs:
        pair = translated(managed, template, source[0].startswith("--"))
        if pair:
            write(f"{target}/input/{name}.yaml", pair[0])
            write(f"{target}/output/{name}.json", pair[1])
            count += 1
    print(count, "templates translated")


if __name__ == "__main__":
    main(*sys.argv[1:])
