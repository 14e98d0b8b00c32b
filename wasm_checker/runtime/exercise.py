"""Run by the build inside the runtime: a tour of the language as the core uses it, and of what it may come to use.

What these lines import stays in the trimmed standard library, so this is wider than the core needs today, and knows none
of its data.
"""

import bisect
import calendar
import collections
import contextlib
import copy
import dataclasses
import datetime
import enum
import functools
import gc
import heapq
import io
import itertools
import json
import operator
import re
import string
import sys
import textwrap
import traceback
import typing
import warnings

TEXT = '容错纠错：第5条第（二）项 §α-Ω é \U0001f600 tab\t quote" back\\slash\n'


@dataclasses.dataclass(frozen=True, order=True, slots=True)
class Point:
    x: int
    y: float = 0.5
    tags: tuple[str, ...] = ()


@dataclasses.dataclass
class Bag:
    items: list[int] = dataclasses.field(default_factory=list)
    names: dict[str, object] = dataclasses.field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        self.total = sum(self.items)


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Flag(enum.IntFlag):
    A = 1
    B = 2


class Base:
    def __init__(self, value: object) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Base) and self._value == other._value

    def __hash__(self) -> int:
        return hash(repr(self._value))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._value!r})"

    def __getattr__(self, name: str) -> str:
        if name.startswith("_"):
            raise AttributeError(name)
        return name

    def __call__(self, *args: object, **named: object) -> tuple[int, int]:
        return len(args), len(named)

    def __len__(self) -> int:
        return 1

    def __getitem__(self, key: object) -> object:
        return key

    def __contains__(self, key: object) -> bool:
        return key == self._value

    def __iter__(self) -> typing.Iterator[object]:
        yield self._value

    def __enter__(self) -> "Base":
        return self

    def __exit__(self, *error: object) -> bool:
        return error[0] is not None

    @property
    def value(self) -> object:
        return self._value

    @functools.cached_property
    def slow(self) -> object:
        return self._value

    @classmethod
    def made(cls) -> "Base":
        return cls(0)

    @staticmethod
    def plain() -> int:
        return 0


class Derived(Base):
    def __init__(self, value: object) -> None:
        super().__init__(value)
        self.more = [value]


def numbers() -> None:
    for one, other in itertools.product([0, 1, -7, 2**31, -(2**70), 3.5, True], [1, -3, 2**40, 0.25, 2**65]):
        operator.add(one, other), operator.sub(one, other), operator.mul(one, other), operator.truediv(one, other)
        (
            operator.floordiv(one, other),
            operator.mod(one, other),
            divmod(one, other),
            one == other,
            one < other,
            one >= other,
        )
        if isinstance(one, int) and isinstance(other, int):
            one & other, one | other, one ^ other, ~one, one << 3, one >> 2, pow(one, 3), pow(one, 5, abs(other) + 1)
            one.bit_length(), one.bit_count(), hash(one), str(one), repr(other), f"{one:,} {one:08d} {one:x} {one:>12}"
    (
        int("12"),
        int("-0x1f", 16),
        int(2.7),
        float("2.5e3"),
        float("nan"),
        float("inf"),
        round(2.675, 2),
        round(7),
        abs(-1.5),
    )
    (
        f"{3.14159:.2f} {1e30:g} {0.1!r} {7:5.1f} {0.25:%}",
        str(1e16),
        repr(1e-7),
        (2.5).is_integer(),
        (0.5).as_integer_ratio(),
    )
    sum([1, 2.5, 3]), min(3, 1, 2), max([1, 2], key=lambda n: -n), sorted([3, 1.5, 2], reverse=True), complex(1, 2)
    int.from_bytes(b"\1\2", "big"), (258).to_bytes(2, "little"), 10**40 // 3**20, str(10**50), int("9" * 60)


def texts() -> None:
    for text in (TEXT, TEXT.encode("utf-16-be").hex(), "", "plain ascii words, 10%", "ÀÉ"):
        (
            text.upper(),
            text.lower(),
            text.title(),
            text.strip(),
            text.lstrip("容"),
            text.rstrip(),
            text.split(),
            text.split("："),
        )
        (
            text.rsplit(" ", 1),
            text.splitlines(keepends=True),
            text.partition("第"),
            text.rpartition("第"),
            text.replace("第", "§"),
        )
        (
            text.find("项"),
            text.rfind("第"),
            text.count("第"),
            text.startswith(("容", "p")),
            text.endswith("\n"),
            text.isdigit(),
        )
        (
            text.isalpha(),
            text.isidentifier(),
            text.isspace(),
            text.isascii(),
            text.isprintable(),
            text.casefold(),
            text.swapcase(),
        )
        (
            text.zfill(80),
            text.center(80, "－"),
            text.ljust(90),
            text.rjust(90),
            text[::-1],
            text[1:5],
            text[-3:],
            text * 2,
            text + "x",
        )
        (
            text.encode(),
            text.encode("ascii", "replace"),
            text.encode("ascii", "backslashreplace"),
            text.encode("latin-1", "ignore"),
        )
        (
            text.translate({0x7B2C: "#", 0x36: None}),
            text.expandtabs(4),
            text.removeprefix("容错"),
            text.removesuffix("\n"),
        )
        (
            hash(text),
            repr(text),
            ascii(text),
            text in TEXT,
            text < TEXT,
            text == TEXT,
            list(text),
            "、".join(text),
            sys.intern(text),
        )
        (
            "%s %r %d %5.2f %%" % (text, text, 3, 2.5),
            "{} {0!r:>10}".replace("{}", "{0}").format(text),
            f"{text!r:>40}{text:.3}",
        )
        (
            text.encode().decode(),
            bytearray(text.encode()).decode("utf-8", "replace"),
            memoryview(text.encode())[1:3].tobytes(),
        )
        json.dumps(text), json.dumps(text, ensure_ascii=False), json.loads(json.dumps(text)), textwrap.wrap(text, 9)
        (
            re.sub(r"第(\d+|[一二三])条", lambda found: found.group(1), text),
            re.findall(r"\w+|[^\w\s]", text),
            re.split(r"[，：]", text),
        )
        re.fullmatch(r"(?P<a>[a-z]+)(?:-\1)*", text), re.compile(r"^\s*(?=x)|(?<!y)z{2,3}?$", re.M | re.I).search(text)
    # Patterns of every kind over text of every width
    for text in ("aXb 12-34\n\nxyz", "条aXb 12-34\n\n容错", "\U0001f600aXb 12-34\n\n容错"):
        for pattern in (
            r"(\w)(?:X|Y)?(b|c)+?", r"[^\d\s-]{1,3}\s*(\d+)-(\d{2})", r"(?i)axB", r"^\n|\n$", r"(?<=X)b(?! 3)", r"(.)\1", r"a.*?b|.+4", r"\b\d", r"(?s).*",
            r"[容-错a-c]+", r"(?P<n>\d)(?(n)\d|x)", r"(?:a|条)?X*+", r"(?>\d+)-", r"\S+\s\S", r"x{2,}|y{0,1}", r"[\u4e00-\u9fff]", r"\A\W?", r"[^容]", r"(?i:[容X])",
        ):  # fmt: skip
            rule = re.compile(pattern)
            (
                rule.search(text),
                rule.match(text),
                rule.fullmatch(text),
                rule.findall(text),
                rule.split(text),
                rule.sub("-", text),
                rule.subn(r"<\g<0>>", text),
            )
            [
                (found.start(), found.end(), found.group(), found.groups(), found.groupdict(), found.span())
                for found in rule.finditer(text, 1)
            ]
        (
            json.loads(json.dumps([{text: text, "n": [1, -2.5, 1e9, None, True]}] * 2000, ensure_ascii=False)),
            json.JSONEncoder().encode({text: [text]}),
        )
    b"abc".hex(), bytes.fromhex("00ff"), b"a,b".split(b","), b"\xff\xfe".decode("utf-16"), "é".encode("utf-8", "strict")
    (
        string.Template("$a ${b}").safe_substitute(a=1),
        chr(0x5BB9),
        ord("容"),
        "Ⅷ".isnumeric(),
        "²".isdigit(),
        "٣".isdecimal(),
    )
    with contextlib.suppress(UnicodeDecodeError):
        b"\xe5\xae".decode()
    with contextlib.suppress(UnicodeEncodeError):
        "\ud800".encode()


def containers() -> None:
    for size in (0, 1, 7, 40, 700, 9000):
        table = {f"k{n}": n for n in range(size)}
        by_number, pairs = {n: str(n) for n in range(size)}, {(n, n % 7): None for n in range(size)}
        (
            table.update(x=1),
            table.setdefault("y", 2),
            table.pop("x"),
            table.get("none"),
            table | {"z": 0},
            dict(reversed(table.items())),
        )
        (
            list(table.keys() & {"y"}),
            table.keys() - {"k0"},
            table.items() | set(),
            table.copy(),
            len(pairs),
            list(by_number.values()),
        )
        numbers_ = list(range(size))
        (
            numbers_.append(1),
            numbers_.extend((2, 3)),
            numbers_.insert(0, 9),
            numbers_.remove(1),
            numbers_.reverse(),
            numbers_.sort(),
        )
        (
            numbers_.sort(key=lambda n: (-n, str(n))),
            numbers_.index(9),
            numbers_.count(2),
            numbers_.pop(),
            numbers_.pop(0),
            numbers_.copy(),
        )
        numbers_[1:1] = [5, 6]
        del numbers_[0], numbers_[:2:2]
        numbers_ += [1]
        one, other = set(numbers_), frozenset(range(0, size, 3))
        (
            one | other,
            one & other,
            one - other,
            one ^ other,
            one <= other,
            one.isdisjoint(other),
            one.add(-1),
            one.discard(-1),
        )
        (
            one.update({5}),
            one.difference_update({5}),
            one.intersection_update(other),
            one.symmetric_difference_update({1}),
            {one.__len__()},
        )
        (
            collections.Counter(numbers_).most_common(2),
            collections.deque(numbers_, 5).rotate(1),
            collections.OrderedDict(table),
        )
        grouped = collections.defaultdict(list)
        for key, value in table.items():
            grouped[len(key)].append(value)
        (
            heapq.nsmallest(2, numbers_),
            bisect.bisect_left(numbers_, 3),
            bisect.insort(numbers_, 4),
            tuple(numbers_)[1:4] + (1,),
        )
        (
            list(zip(numbers_, table)),
            list(enumerate(table)),
            list(map(str, numbers_)),
            list(filter(None, numbers_)),
            any(one),
            all(one),
        )
        (
            list(itertools.chain.from_iterable([[1], [2]])),
            list(itertools.pairwise(numbers_)),
            list(itertools.accumulate(numbers_)),
        )
        [list(group) for _, group in itertools.groupby(numbers_, key=lambda n: n % 2)], list(itertools.islice(table, 2))
        (
            list(itertools.combinations(numbers_[:4], 2)),
            list(itertools.permutations(numbers_[:3])),
            functools.reduce(operator.add, numbers_, 0),
        )
        (
            copy.deepcopy([grouped, numbers_[:9]]),
            copy.copy(table),
            list(reversed(numbers_)),
            slice(1, 2, 3).indices(5),
            range(9)[2:5].index(3),
        )
        (
            json.dumps(table, sort_keys=True, indent=1),
            json.dumps([table, numbers_, None, True, 1.5, "x"], separators=(",", ":")),
        )
        json.loads(json.dumps({"a": [table, numbers_, {"b": None}], "c": -1.5e9, "d": "\\u5bb9", "e": False}))
        (
            repr([table, one, other, numbers_, grouped]),
            str(pairs),
            tuple(table.items()) < tuple(table.items()),
            [1, 2] < [1, 3],
            {} == table,
        )
    first, *rest = "abc"
    match {"kind": "point", "at": (1, 2)}:
        case {"kind": str(kind), "at": (x, y)} if x:
            _ = kind, y, first, rest


def objects() -> None:
    one, other = Base(1), Derived([2])
    (
        one == other,
        hash(one),
        repr(other),
        one(1, b=2),
        len(one),
        one["k"],
        1 in one,
        list(one),
        one.anything,
        one.value,
        one.slow,
        bool(one),
    )
    (
        Base.made(),
        Base.plain(),
        isinstance(other, Base),
        issubclass(Derived, Base),
        vars(other),
        dir(other),
        type(other).__mro__,
    )
    with one:
        raise ValueError("kept by the block")
    (
        Point(1, 2.0) < Point(2),
        Point(1),
        dataclasses.replace(Point(1), x=3),
        dataclasses.asdict(Bag([1, 2])),
        dataclasses.fields(Bag),
        hash(Point(1)),
    )
    (
        Bag([1]) == Bag([1]),
        repr(Bag([2])),
        Colour("red").name,
        list(Colour),
        Flag.A | Flag.B,
        Colour.RED is Colour["RED"],
        Flag(3) & Flag.A,
    )
    Row = collections.namedtuple("Row", "a b")
    Row(1, 2)._replace(a=2)._asdict()

    class Typed(typing.NamedTuple):
        name: str
        size: int = 0

    (
        Typed("x"),
        typing.cast("int", 1),
        typing.get_type_hints(Point),
        list[int],
        typing.Any,
        int | None,
        typing.Mapping[str, int],
        callable(one),
    )
    (
        setattr(other, "new", 1),
        getattr(other, "new"),
        delattr(other, "new"),
        hasattr(other, "_no"),
        id(one),
        property(),
        functools.partial(int, base=2)("101"),
    )
    (
        functools.lru_cache(maxsize=4)(lambda n: n)(1),
        functools.cache(lambda n: n)(1),
        operator.attrgetter("more")(other),
        operator.itemgetter(0, 1)("ab"),
    )
    made = type("Made", (Base,), {"__slots__": (), "z": 1})
    made(3).z
    generator = (n for n in range(3))
    next(generator), next(generator, None), generator.close(), list(generator)

    def talk() -> typing.Generator[int, int, str]:
        got = yield 1
        yield from range(got)
        return "end"

    speaking = talk()
    next(speaking), speaking.send(2), list(speaking)
    closure = 0

    def deeper(*args: int, key: int = 1, **more: int) -> int:
        nonlocal closure
        closure += key
        return deeper(*args[1:], **more) if args else closure

    (
        deeper(1, 2, 3, key=2, other=3),
        (lambda *a, **k: (a, k))(1, b=2),
        print("", end="", file=io.StringIO()),
        io.BytesIO(b"x").read(),
    )
    eval("1 + 1"), exec("x = 1", {}), compile("1", "here", "eval"), globals(), locals()


def days() -> None:
    day = datetime.date(2024, 2, 29)
    for steps in (1, -1, 366, 1500, -800):
        later = day + datetime.timedelta(days=steps)
        (
            later.isoformat(),
            later.weekday(),
            later.isocalendar(),
            (later - day).days,
            later < day,
            later == day,
            hash(later),
            str(later),
            repr(later),
        )
        (
            later.replace(day=1),
            datetime.date.fromisoformat(later.isoformat()),
            later.toordinal(),
            datetime.date.fromordinal(later.toordinal()),
        )
        (
            later.strftime("%Y年%m月%d日"),
            f"{later:%Y%m%d}",
            later.timetuple(),
            calendar.monthrange(later.year, later.month),
            calendar.isleap(later.year),
        )
    moment = datetime.datetime(2024, 2, 29, 12, 30, tzinfo=datetime.UTC)
    (
        moment.isoformat(),
        moment.timestamp(),
        moment.date(),
        moment.time(),
        moment.astimezone(datetime.timezone(datetime.timedelta(hours=8))),
    )
    datetime.datetime.fromisoformat("2024-02-29T12:30:00+08:00"), datetime.timedelta(1, 2) * 3
    datetime.date.today(), datetime.datetime.now(datetime.UTC), max(day, datetime.date.min)


def errors() -> None:
    def deep() -> None:
        deep()

    faults = [
        lambda: 1 / 0, lambda: {}["x"], lambda: [][1], lambda: "".x, lambda: int("x"), lambda: "a" + 1, lambda: json.loads("{"), lambda: Colour("no"),
        lambda: datetime.date.fromisoformat("x"), lambda: datetime.date(2023, 2, 29), lambda: undefined, lambda: Point(1).__setattr__("x", 2),
        lambda: Point(), lambda: next(iter(())), lambda: [].remove(1), lambda: {1}.remove(2), lambda: set([[]]), lambda: len(5), lambda: None(),
        lambda: (lambda a: a)(), lambda: (lambda: 0)(1), lambda: (lambda a: a)(b=1), lambda: __import__("nowhere"), lambda: 5 < "a", lambda: -"a",
        lambda: "%d" % "a", lambda: f"{1:s}", lambda: json.dumps({1, 2}), lambda: float("x"), lambda: (1).nothing, lambda: [1][0:1]["a"], lambda: 1["a"],
        lambda: deep(), lambda: re.compile("("), lambda: chr(-1), lambda: min([]), lambda: a_pair(), lambda: compile("1 +", "x", "eval"), lambda: int("9" * 5000),
        lambda: datetime.date.max + datetime.timedelta(1), lambda: 10.0 ** 400, lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: open("/none"),
    ]  # fmt: skip

    def a_pair() -> None:
        _, _ = (1,)

    for fault in faults:
        try:
            fault()
        except Exception as error:
            (
                traceback.format_exc(),
                str(error),
                repr(error),
                error.args,
                isinstance(error, ValueError),
                error.with_traceback(None),
            )
            try:
                raise LookupError("again") from error
            except LookupError as second:
                traceback.format_exception(second)
        finally:
            pass
    try:
        try:
            raise KeyError("inner")
        except KeyError:
            raise TypeError("outer")
    except TypeError as error:
        error.add_note("note")
        "".join(traceback.TracebackException.from_exception(error).format())
    try:
        raise ExceptionGroup("several", [ValueError(1), TypeError(2)])
    except* ValueError:
        pass
    except* TypeError:
        pass
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("always")
        warnings.warn("heard", stacklevel=1)
    try:
        assert [] and 1, "a claim"
    except AssertionError:
        pass


def memory() -> None:
    kept = [[n, {n: [n]}, (n,), f"{n}"] for n in range(20000)]
    for one in kept[::2]:
        one.append(one)
    kept.clear()
    gc.collect(), gc.get_count(), sys.getsizeof([]), sys.getrefcount(kept), sys.getrecursionlimit()
    big = bytearray(24 * 1024 * 1024)
    del big
    gc.collect()


for part in (numbers, texts, containers, objects, days, errors, memory):
    part()
