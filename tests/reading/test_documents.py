from claimtrack.errors import Problem
from claimtrack.model.documents import Document
from claimtrack.reading import html_document, jsonl_documents, text_document

PAGE = """<html><head><title>Two dead in Oran | The Post</title>
<meta property="og:site_name" content="The Post"><link rel="canonical" href="https://post.example/oran">
<meta property="article:published_time" content="2024-05-14T09:00:00Z"></head>
<body><nav>Home Sport Weather</nav><article><h1>Two dead in Oran</h1>
<p>Two people were killed when a wall fell in Oran on Monday, the fire service said.</p>
<p>The wall had stood for forty years beside the market, and many had complained of it.</p>
</article><footer>All rights reserved</footer></body></html>"""


def test_a_text_keeps_every_character() -> None:
    text = "# Two dead\n\nTwo people were killed.\n"
    document = text_document(text, publisher="Post")
    assert document.text == text
    assert document.title == "Two dead"
    assert document.published is None


def test_what_is_known_wins_over_what_the_text_says() -> None:
    document = text_document("Issued: 18 February 2025\n\nText", published="2025-02-19")
    assert document.published == "2025-02-19"


def test_a_page_gives_text_title_date_publisher_and_address() -> None:
    document = html_document(PAGE)
    assert document.text is not None
    assert "Two people were killed" in document.text
    assert "Weather" not in document.text
    assert document.published == "2024-05-14"
    assert document.url == "https://post.example/oran"
    assert document.publisher == "The Post"


def test_a_page_without_text_is_empty() -> None:
    assert html_document("<html><body><script>var a = 1;</script></body></html>").text == ""
    assert html_document("").text == ""


def test_json_lines_give_documents_and_name_the_broken_lines() -> None:
    lines = [
        '{"id": 7, "text": "Two men died.", "published": "2024-05-14"}\n',
        "\n",
        "{broken\n",
        '{"title": "no text"}\n',
        '{"text": "x", "published": "14 May"}\n',
        '{"text": 3}\n',
        "[]\n",
    ]
    found = list(jsonl_documents(lines))
    assert isinstance(found[0], Document)
    assert found[0].external_id == "7"
    problems = [p for p in found if isinstance(p, Problem)]
    assert [(p.where, p.field) for p in problems] == [
        ("line 3", None), ("line 4", "text"), ("line 5", "published"), ("line 6", "text"),
        ("line 7", None),
    ]  # fmt: skip
