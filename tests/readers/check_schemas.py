"""Validates GraphML and GEXF against the schemas beside this file: check_schemas.py FILE..."""

import sys
from pathlib import Path

from lxml import etree

here = Path(__file__).parent
schemas = {ending: etree.XMLSchema(file=here / f"{ending}.xsd") for ending in ("graphml", "gexf")}
parser = etree.XMLParser(huge_tree=True, no_network=True)
faults = 0
for path in map(Path, sys.argv[1:]):
    schema = schemas[path.suffix[1:]]
    if not schema.validate(etree.parse(path, parser)):
        faults += 1
        print(f"{path} is not valid:", *schema.error_log.filter_from_errors()[:3], sep="\n  ")
if faults or len(sys.argv) == 1:
    sys.exit(f"{faults} of {len(sys.argv) - 1} files are not valid")
print(f"XML schemas: {len(sys.argv) - 1} files are valid")
