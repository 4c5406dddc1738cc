"""PDF files for tests, written by hand: what stands where is known to the letter."""

from __future__ import annotations

from collections.abc import Sequence

LINE = 14  # points from one line to the next


def pdf_of(pages: Sequence[str], *, extra: str = "", page_extra: str = "", trailer: str = "") -> bytes:
    """Write a PDF.

    Args:
        pages: The lines of each page.
        extra: Objects behind those of the pages, numbered on.
        page_extra: Entries of each page, such as `/Rotate 90`.
        trailer: Entries of the trailer.
    """
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    fonts = " /Resources << /Font << /F1 3 0 R >> >>"
    for place, page in enumerate(pages):
        stream = _stream(page.split("\n")) if page else ""
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {page_extra}{fonts} /Contents {2 * place + 5} 0 R>>",
            f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream",
        ]
    objects += [extra] if extra else []
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


def _stream(lines: Sequence[str]) -> str:
    said = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    shown = "\n".join(f"({line}) Tj 0 -{LINE} Td" for line in said)
    return f"BT /F1 11 Tf 72 770 Td\n{shown}\nET"


def encrypted_pdf() -> bytes:
    """A PDF that no empty password opens."""
    secret = "<" + "5a" * 32 + ">"
    encrypt = f"<< /Filter /Standard /V 1 /R 2 /O {secret} /U {secret} /P -4 >>"
    return pdf_of(["geheim"], extra=encrypt, trailer="/Encrypt 6 0 R /ID [<5a5a> <5a5a>]")
