"""SHACL shapes to SPARQL queries: one query a constraint, which finds the nodes that break it.

Checking node by node, as SHACL processors in Python do, takes minutes on a graph of some hundred documents; one query
over the whole graph takes milliseconds. Understood are the core constraint components except ``sh:closed`` and the
qualified ones, and SPARQL constraints; :attr:`Compiled.strange` lists what is not, so that nothing is skipped unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal

COMPARISONS = {"minInclusive": ">=", "minExclusive": ">", "maxInclusive": "<=", "maxExclusive": "<"}
PAIRS = {"lessThan": "<", "lessThanOrEquals": "<="}
KINDS = {
    "IRI": "isIRI({v})",
    "BlankNode": "isBLANK({v})",
    "Literal": "isLITERAL({v})",
    "BlankNodeOrIRI": "!isLITERAL({v})",
    "BlankNodeOrLiteral": "!isIRI({v})",
    "IRIOrLiteral": "!isBLANK({v})",
}
PATHS = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}
ON_PROPERTY = {"minCount", "maxCount", "hasValue", "uniqueLang", "equals", "disjoint", *PAIRS}
ON_VALUE = {
    "class", "datatype", "nodeKind", "in", "minLength", "maxLength", "pattern", *COMPARISONS,
    "or", "and", "not", "xone", "node",
}  # fmt: skip
SAID_ELSEWHERE = {
    "path", "targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "property", "sparql", "severity",
    "message", "flags", "deactivated", "name", "description", "order", "group", "defaultValue", "declare",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """A query whose rows (``this``, ``value``) are the nodes that break one constraint."""

    shape: str
    message: str
    severity: str
    query: str


@dataclass(slots=True)
class Compiled:
    """The checks of some shapes; ``strange`` are the parameters that none of them covers."""

    checks: list[Check] = field(default_factory=list)
    strange: set[str] = field(default_factory=set)


class Compiler:
    """Reads shapes from a store and writes their queries.

    Parameters
    ----------
    shapes : the shapes
    subclasses : class → all its subclasses, as ``sh:class`` and ``sh:targetClass`` take them in
    """

    def __init__(self, shapes: Store, subclasses: Mapping[str, frozenset[str]]) -> None:
        self.shapes = shapes
        self.subclasses = subclasses
        self.fresh = count()
        self.strange: set[str] = set()

    def objects(self, node: Term, parameter: str) -> list[Term]:
        """The values of a SHACL parameter of a shape."""
        return sorted(self.values(node, SH + parameter), key=str)

    def values(self, node: Term, predicate: str) -> list[Term]:
        """The objects of all statements with a subject and a predicate."""
        if isinstance(node, Literal):
            return []
        found = self.shapes.quads_for_pattern(node, NamedNode(predicate), None)
        return [q.object for q in found if not isinstance(q.object, Triple)]

    def one(self, node: Term, parameter: str) -> Term | None:
        return next(iter(self.objects(node, parameter)), None)

    def members(self, head: Term) -> list[Term]:
        """The members of an RDF list."""
        found: list[Term] = []
        while isinstance(head, BlankNode):
            found += self.values(head, RDF + "first")
            head = self.values(head, RDF + "rest")[0]
        return found

    def compile(self) -> Compiled:
        """The checks of all shapes that have a target."""
        targets: dict[Node, list[str]] = {}
        for parameter, pattern in (
            ("targetClass", None),
            ("targetNode", "VALUES ?this {{ {} }}"),
            ("targetSubjectsOf", "?this {} ?any"),
            ("targetObjectsOf", "?any {} ?this"),
        ):
            for quad in self.shapes.quads_for_pattern(None, NamedNode(SH + parameter), None):
                named = quad.object
                if not isinstance(named, Triple) and not isinstance(quad.subject, Triple):
                    target = pattern.format(named) if pattern else self.instance("?this", named)
                    targets.setdefault(quad.subject, []).append(target)
        result = Compiled()
        for shape, found in sorted(targets.items(), key=lambda item: str(item[0])):
            target = " UNION ".join(f"{{ {t} }}" for t in sorted(found))
            result.checks += self.checks_of(shape, target, shape)
        result.strange = self.strange
        return result

    def checks_of(self, shape: Term, target: str, owner: Term) -> Iterator[Check]:
        """The checks of a shape and of its property shapes on the nodes of a target."""
        if self.is_off(shape):
            return
        yield from self.checks_here(shape, target, owner)
        for nested in self.objects(shape, "property"):
            if self.one(shape, "path") is not None:
                self.strange.add("property within a property shape")
            elif not self.is_off(nested):
                yield from self.checks_here(nested, target, shape)
        for constraint in self.objects(shape, "sparql"):
            if not self.is_off(constraint):
                yield self.check_of_query(constraint, target, shape)

    def checks_here(self, shape: Term, target: str, owner: Term) -> Iterator[Check]:
        for broken in self.violations(shape, "?this", "?value"):
            query = f"SELECT DISTINCT ?this ?value WHERE {{ {target} {broken} }}"
            yield self.check(shape, owner, query)

    def check(self, shape: Term, owner: Term, query: str) -> Check:
        said = self.one(shape, "message") or self.one(owner, "message")
        severity = self.one(shape, "severity") or self.one(owner, "severity")
        name = shape if isinstance(shape, NamedNode) else owner
        return Check(
            shape=name.value,
            message=said.value if said else "",
            severity=severity.value.removeprefix(SH) if severity else "Violation",
            query=query,
        )

    def check_of_query(self, constraint: Term, target: str, owner: Term) -> Check:
        """A SPARQL constraint, asked once for all nodes of the target."""
        head = ""
        for holder in self.objects(constraint, "prefixes"):
            for declared in self.objects(holder, "declare"):
                prefix, space = self.one(declared, "prefix"), self.one(declared, "namespace")
                if prefix and space:
                    head += f"PREFIX {prefix.value}: <{space.value}>\n"
        select = self.one(constraint, "select")
        if select is None:
            self.strange.add("sparql without select")
        body = select.value.replace("$", "?") if select else "SELECT ?this ?value WHERE { FILTER (false) }"
        return self.check(constraint, owner, f"{head}SELECT DISTINCT ?this ?value WHERE {{ {target} {{ {body} }} }}")

    def is_off(self, shape: Term) -> bool:
        off = self.one(shape, "deactivated")
        return off is not None and off.value in ("true", "1")

    def parameters(self, shape: Term) -> set[str]:
        """The SHACL parameters of a shape; notes those that are not understood."""
        found = {
            q.predicate.value.removeprefix(SH)
            for q in self.shapes.quads_for_pattern(shape, None, None)  # type: ignore[arg-type]
            if q.predicate.value.startswith(SH)
        }
        self.strange |= found - ON_VALUE - ON_PROPERTY - SAID_ELSEWHERE
        return found

    def violations(self, shape: Term, node: str, value: str) -> Iterator[str]:
        """Graph patterns, each of which matches where ``node`` breaks the shape; the value at fault is ``value``."""
        found = self.parameters(shape)
        path = self.one(shape, "path")
        if path is None:
            for parameter in sorted(found & ON_VALUE):
                for good in self.conditions(shape, parameter, node):
                    yield f"FILTER (!({good}))"
            return
        way = self.path(path)
        for parameter in sorted(found & ON_VALUE):
            for good in self.conditions(shape, parameter, value):
                yield f"{node} {way} {value} . FILTER (!({good}))"
        for parameter in sorted(found & ON_PROPERTY):
            for given in self.objects(shape, parameter):
                yield from self.property_violation(parameter, given, node, way, value)

    def property_violation(self, parameter: str, given: Term, node: str, way: str, value: str) -> Iterator[str]:
        if parameter == "minCount":
            yield f"FILTER NOT EXISTS {{ {self.several(node, way, int(given.value))} }}"
        elif parameter == "maxCount":
            yield f"FILTER EXISTS {{ {self.several(node, way, int(given.value) + 1)} }}"
        elif parameter == "hasValue":
            yield f"FILTER NOT EXISTS {{ {node} {way} {given} }}"
        elif parameter == "disjoint":
            yield f"{node} {way} {value} ; {given} {value} ."
        elif parameter == "equals":
            yield f"{node} {way} {value} . FILTER NOT EXISTS {{ {node} {given} {value} }}"
            yield f"{node} {given} {value} . FILTER NOT EXISTS {{ {node} {way} {value} }}"
        elif parameter == "uniqueLang" and given.value == "true":
            other = self.variable()
            same = f'LANG({value}) != "" && LANG({value}) = LANG({other}) && !sameTerm({value}, {other})'
            yield f"{node} {way} {value} ; {way} {other} . FILTER ({same})"
        elif parameter in PAIRS:
            other = self.variable()
            good = f"COALESCE({value} {PAIRS[parameter]} {other}, false)"
            yield f"{node} {way} {value} ; {given} {other} . FILTER (!{good})"

    def several(self, node: str, way: str, number: int) -> str:
        """A pattern that matches if a node has at least ``number`` different values."""
        names = [self.variable() for _ in range(number)]
        pairs = [f"!sameTerm({a}, {b})" for i, a in enumerate(names) for b in names[i + 1 :]]
        steps = " ".join(f"{node} {way} {name} ." for name in names)
        return f"{steps} FILTER ({' && '.join(pairs)})" if pairs else steps

    def conditions(self, shape: Term, parameter: str, v: str) -> Iterator[str]:
        """Expressions that hold of a value ``v`` if it keeps one parameter of a shape."""
        for given in self.objects(shape, parameter):
            if parameter == "class":
                yield f"EXISTS {{ {self.instance(v, given)} }}"
            elif parameter == "datatype":
                yield self.has_datatype(v, given.value)
            elif parameter == "nodeKind":
                yield KINDS[given.value.removeprefix(SH)].format(v=v)
            elif parameter == "in":
                yield f"{v} IN ({', '.join(map(str, self.members(given)))})"
            elif parameter == "minLength":
                yield f"!isBLANK({v}) && STRLEN(STR({v})) >= {given.value}"
            elif parameter == "maxLength":
                yield f"!isBLANK({v}) && STRLEN(STR({v})) <= {given.value}"
            elif parameter == "pattern":
                flags = self.one(shape, "flags")
                yield f"!isBLANK({v}) && REGEX(STR({v}), {given}{f', {flags}' if flags else ''})"
            elif parameter in COMPARISONS:
                yield f"COALESCE({v} {COMPARISONS[parameter]} {given}, false)"
            elif parameter == "node":
                yield self.conforms(given, v)
            elif parameter == "not":
                yield f"!({self.conforms(given, v)})"
            else:
                parts = [self.conforms(member, v) for member in self.members(given)]
                if parameter == "xone":
                    yield " + ".join(f"IF({part}, 1, 0)" for part in parts) + " = 1"
                else:
                    yield (" || " if parameter == "or" else " && ").join(f"({part})" for part in parts)

    def conforms(self, shape: Term, v: str) -> str:
        """An expression that holds if a node keeps a whole shape."""
        broken = list(self.violations(shape, v, self.variable()))
        if self.one(shape, "path") is not None and self.objects(shape, "property"):
            self.strange.add("property within a property shape")
        for nested in self.objects(shape, "property"):
            broken += self.violations(nested, v, self.variable())
        if self.objects(shape, "sparql"):
            self.strange.add("sparql within a nested shape")
        return " && ".join(f"NOT EXISTS {{ {pattern} }}" for pattern in broken) or "true"

    def instance(self, v: str, cls: Term) -> str:
        """A pattern for the instances of a class and of its subclasses."""
        classes = sorted({cls.value, *self.subclasses.get(cls.value, ())})
        if len(classes) == 1:
            return f"{v} a <{classes[0]}>"
        kind = self.variable()
        return f"VALUES {kind} {{ {' '.join(f'<{c}>' for c in classes)} }} {v} a {kind}"

    def has_datatype(self, v: str, datatype: str) -> str:
        """Whether a literal has a datatype and is well formed by it."""
        good = f"isLITERAL({v}) && DATATYPE({v}) = <{datatype}>"
        if datatype == XSD + "nonNegativeInteger":
            return f"{good} && REGEX(STR({v}), '^[+]?[0-9]+$')"
        castable = ("integer", "decimal", "double", "float", "boolean", "date", "dateTime", "gYear", "gYearMonth")
        if datatype.removeprefix(XSD) in castable:
            return f"{good} && COALESCE(isLITERAL(<{datatype}>(STR({v}))), false)"
        return good

    def path(self, path: Term) -> str:
        """A SHACL path as a SPARQL property path."""
        if isinstance(path, NamedNode):
            return str(path)
        for parameter, sign in PATHS.items():
            inner = self.one(path, parameter)
            if inner is not None:
                return f"({self.path(inner)}){sign}"
        inverse = self.one(path, "inversePath")
        if inverse is not None:
            return f"^({self.path(inverse)})"
        ways = self.one(path, "alternativePath")
        if ways is not None:
            return "(" + "|".join(self.path(way) for way in self.members(ways)) + ")"
        return "(" + "/".join(self.path(step) for step in self.members(path)) + ")"

    def variable(self) -> str:
        return f"?v{next(self.fresh)}"
